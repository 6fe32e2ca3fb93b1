import { setTimeout as sleep } from "node:timers/promises";
import { menu } from "./menu.mjs";

await sleep(500); // 주문 데이터베이스에 연결하는 시간
console.log(`연결함, 프로세스 시작 후 ${Math.round(performance.now())}ms`);

export const handler = async (event) => {
  console.log(`주문 받음, 프로세스 시작 후 ${Math.round(performance.now())}ms`);
  await sleep(30); // 주문 한 건을 저장하는 시간
  return { item: event.item, price: menu[event.item], orderedAt: new Date().toISOString() };
};
