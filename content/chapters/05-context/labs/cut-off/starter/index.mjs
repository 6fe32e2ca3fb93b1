import { setTimeout as sleep } from "node:timers/promises";

export const handler = async (event, context) => {
  const sent = [];
  for (const reservation of event.reservations) {
    await sleep(600); // 문자 회사의 답을 기다리는 시간
    sent.push(reservation);
    console.log(`${reservation} 보냄, 남은 시간 ${context.getRemainingTimeInMillis()}ms`);
  }
  return { sent };
};
