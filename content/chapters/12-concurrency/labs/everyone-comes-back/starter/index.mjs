import { setTimeout as sleep } from "node:timers/promises";
import { sell } from "./box-office.mjs";

export const handler = async (event) => {
  const started = performance.now();
  let refused = 0;
  const buy = async (customer) => {
    for (;;) {
      try {
        return await sell(customer);
      } catch {
        refused += 1;
        await sleep(1_000); // 거절되면 1초 뒤에 다시 옵니다
      }
    }
  };
  await Promise.all(event.customers.map(buy));
  return { refused, seconds: Math.round((performance.now() - started) / 100) / 10 };
};
