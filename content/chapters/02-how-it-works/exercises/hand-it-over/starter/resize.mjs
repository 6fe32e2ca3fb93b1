import { setTimeout as sleep } from "node:timers/promises";

// 사진 한 장을 줄입니다. 0.9초쯤 걸립니다.
export const resize = async (key, width) => {
  await sleep(900);
  console.log(`${key} 폭 ${width}로 줄임`);
};
