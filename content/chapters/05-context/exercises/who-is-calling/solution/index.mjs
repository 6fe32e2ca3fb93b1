import { reservationsOf } from "./reservations.mjs";

export const handler = async (event) => {
  const userId = event.requestContext.authorizer?.jwt.claims.sub;
  if (userId === undefined) return { statusCode: 401, body: "로그인이 필요합니다." };
  return { statusCode: 200, body: JSON.stringify(reservationsOf(userId)) };
};
