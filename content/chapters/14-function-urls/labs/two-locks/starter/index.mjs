export const handler = async (event) => {
  console.log("방문", event.requestContext.http.sourceIp);
  return { statusCode: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: "어서 오세요" };
};
