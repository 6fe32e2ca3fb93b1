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
        await sleep(1_000); // 1초 뒤에 다시
      }
    }
  };
  await Promise.all(event.customers.map(buy));
  const took = performance.now() - started;
  return { refused, seconds: Math.round(took / 100) / 10 };
};
