import { setTimeout as sleep } from "node:timers/promises";

let served = 0;

export const handler = async (event) => {
  await sleep(300); // 좌석을 잡고 기록하는 시간
  served += 1;
  console.log(`${event.seat} 좌석을 잡음, 이 환경에서 ${served}번째`);
  return { seat: event.seat, served };
};
