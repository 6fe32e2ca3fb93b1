import { reservationsOf } from "./reservations.mjs";

export const handler = async (event, context) => {
  const userId = context.identity.cognitoIdentityId;
  return { statusCode: 200, body: JSON.stringify(reservationsOf(userId)) };
};
