export const handler = async (event) => {
  const { method } = event.requestContext.http;
  const { seat } = JSON.parse(event.body ?? "{}");
  console.log(method, seat);
  return { statusCode: 201, body: JSON.stringify({ seat, taken: true }) };
};
