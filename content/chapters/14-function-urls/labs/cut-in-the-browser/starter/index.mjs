const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const { fail } = event.queryStringParameters;
  if (fail === "before") throw new Error("점괘를 읽지 못했습니다");
  responseStream.setContentType("text/plain; charset=utf-8");
  responseStream.write("오늘의 운세: ");
  await pause();
  if (fail === "after") throw new Error("점괘가 끊겼습니다");
  responseStream.write("귀인을 만납니다");
  responseStream.end();
});
