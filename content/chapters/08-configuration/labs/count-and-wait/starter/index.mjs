import { setTimeout as sleep } from "node:timers/promises";

export const handler = async (event) => {
  const started = performance.now();
  let light = 0;
  for (let pixel = 0; pixel < event.pixels; pixel += 1) light = (light + pixel * 31) % 256;
  const counted = performance.now();
  await sleep(200); // 저장소가 답하기까지 기다리는 시간
  const finished = performance.now();
  console.log(`계산 ${Math.round(counted - started)}ms, 기다림 ${Math.round(finished - counted)}ms`);
  return { photo: event.photo, light };
};
