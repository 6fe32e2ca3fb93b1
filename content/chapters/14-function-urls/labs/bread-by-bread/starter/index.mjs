import { setTimeout as sleep } from "node:timers/promises";

const bake = async (bread) => {
  await sleep(1_000); // 굽는 시간
  if (bread === "식빵") throw new Error("오븐이 꺼졌습니다");
  return `${bread} 나왔습니다.\n`;
};

const tell = async (event, responseStream) => {
  responseStream.setContentType("text/plain; charset=utf-8");
  for (const bread of event.breads) {
    responseStream.write(await bake(bread));
  }
  responseStream.end();
};

export const handler = awslambda.streamifyResponse(tell);
