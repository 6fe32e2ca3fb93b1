const generatePolicy = (principalId, effect, resource) => ({
  principalId,
  policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect: effect, Resource: resource }] },
  context: { stringKey: "stringval", numberKey: 123, booleanKey: true },
});
export const handler = async (event) => {
  switch (event.authorizationToken) {
    case "allow": return generatePolicy("user", "Allow", event.methodArn);
    case "deny": return generatePolicy("user", "Deny", event.methodArn);
    case "unauthorized": throw new Error("Unauthorized");
    default: throw new Error("Error: Invalid token");
  }
};
