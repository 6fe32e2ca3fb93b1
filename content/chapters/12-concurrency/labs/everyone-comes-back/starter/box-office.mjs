import { setTimeout as sleep } from "node:timers/promises";

const LIMIT = 2;
let busy = 0;

// 한 번에 두 명만 받는 매표소입니다. 한 명에 400ms가 걸리고, 자리가 없으면 바로 거절합니다.
export const sell = async (customer) => {
  if (busy === LIMIT) throw Object.assign(new Error("Rate Exceeded."), { name: "TooManyRequestsException" });
  busy += 1;
  await sleep(400);
  busy -= 1;
  console.log(`${customer} 님 표를 샀습니다`);
};
