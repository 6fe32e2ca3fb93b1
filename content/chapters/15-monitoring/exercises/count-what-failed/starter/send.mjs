import { setTimeout as sleep } from "node:timers/promises";

/** 손님 하나에게 알림을 보냅니다. 전화번호가 없으면 오류를 던집니다. */
export const send = async ({ name, phone }) => {
  if (phone === undefined) throw new Error(`전화번호가 없는 손님: ${name}`);
  await sleep(20);
  console.log(`${name} 보냄`);
};
