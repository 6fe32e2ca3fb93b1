import { setTimeout as sleep } from "node:timers/promises";

const askCourier = async (invoice) => {
  await sleep(120); // 택배사가 답하는 시간
  return { invoice, status: "배송 중" };
};

export const handler = async (event) => {
  const answer = await askCourier(event.invoice);
  return { ...answer, checkedAt: new Date().toISOString() };
};
