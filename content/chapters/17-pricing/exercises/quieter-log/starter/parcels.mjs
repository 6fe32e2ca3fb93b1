import { setTimeout as sleep } from "node:timers/promises";

// 배송 상태를 저장합니다. 송장 번호가 열두 자리가 아니면 거절합니다.
export const save = async ({ invoice, status }) => {
  await sleep(5);
  if (!/^\d{12}$/.test(invoice)) throw new Error("송장 번호는 열두 자리여야 합니다");
  return { invoice, status };
};
