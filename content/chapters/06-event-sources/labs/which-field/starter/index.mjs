const parcels = { "P-3051": "배송 중", "P-3052": "집하 완료" };

const answer = (statusCode, content) => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(content),
});

export const handler = async (event) => {
  if (event.httpMethod !== "GET") return answer(405, { message: "조회만 됩니다." });
  const { id } = event.pathParameters;
  return answer(200, { id, status: parcels[id] ?? "없는 택배" });
};
