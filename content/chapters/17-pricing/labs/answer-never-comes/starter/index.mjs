import { setTimeout as sleep } from "node:timers/promises";

const askCourier = async (invoice) => {
  await sleep(60_000); // 오늘은 답이 없습니다
  return { invoice, status: "배송 중" };
};

export const handler = async (event) => {
  console.log(`${event.invoice} 조회`);
  return await askCourier(event.invoice);
};
