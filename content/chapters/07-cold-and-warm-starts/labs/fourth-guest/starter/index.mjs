import { setTimeout as sleep } from "node:timers/promises";

await sleep(800); // 메뉴판을 읽는 시간
const prices = { 라테: 4500, 녹차: 4000 };

export const handler = async (event) => {
  await sleep(200); // 주문을 적는 시간
  const prepared = process.env.AWS_LAMBDA_INITIALIZATION_TYPE;
  console.log(`${event.menu} 주문을 받음(${prepared})`);
  return { menu: event.menu, price: prices[event.menu], prepared };
};
