import { setTimeout as sleep } from "node:timers/promises";

let lastOrder = 0;

const sendMessage = async (order) => {
  await sleep(200); // 문자 회사의 답을 기다리는 시간
  console.log(`주문 ${order} 문자 보냄`);
};

export const handler = async () => {
  lastOrder += 1;
  console.log(`주문 ${lastOrder} 저장`);
  sendMessage(lastOrder);
  return { order: lastOrder };
};
