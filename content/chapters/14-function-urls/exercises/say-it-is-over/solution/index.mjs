import { baked } from "./bakery.mjs";

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  responseStream.setContentType("text/plain; charset=utf-8");
  try {
    for await (const line of baked(event.breads)) {
      responseStream.write(line);
    }
  } catch (error) {
    console.error("굽다가 멈춤", error.message);
    responseStream.write("나머지는 오늘 굽지 못합니다.\n");
  }
  responseStream.end();
});
