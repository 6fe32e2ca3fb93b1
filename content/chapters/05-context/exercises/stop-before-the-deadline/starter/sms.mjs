import { setTimeout as sleep } from "node:timers/promises";

// 예약 알림 문자를 한 통 보냅니다. 문자 회사가 답하기까지 600ms쯤 걸립니다.
export const sendReminder = async (reservation) => {
  await sleep(600);
  console.log(`${reservation} 보냄`);
};
