const METHODS = ["GET", "HEAD"];
const seats = new Map([["A", 3], ["B", 0]]);

export const handler = async (event) => {
  if (!METHODS.includes(event.requestContext.http.method)) return { statusCode: 405, headers: { allow: METHODS.join(", ") } };
  const room = event.queryStringParameters?.room;
  if (!seats.has(room)) return { statusCode: 404, body: "없는 열람실입니다." };
  return { statusCode: 200, body: JSON.stringify({ room, left: seats.get(room) }) };
};
