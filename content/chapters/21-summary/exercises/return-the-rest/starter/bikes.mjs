import { setTimeout as sleep } from "node:timers/promises";

// 자전거 한 대를 원격으로 점검합니다. 한 대에 길어야 0.8초가 걸립니다.
export const inspect = async (bike) => {
  await sleep(750);
  if (bike.startsWith("X")) throw new Error(`답이 없는 자전거입니다: ${bike}`);
  console.log(`${bike} 점검함`);
};
