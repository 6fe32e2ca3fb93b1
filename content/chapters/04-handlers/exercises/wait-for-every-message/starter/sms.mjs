import { setTimeout as sleep } from "node:timers/promises";

// 문자 한 통을 보내고 접수 번호를 돌려줍니다. 국내는 300ms, 해외는 450ms쯤 걸립니다.
export const sendMessage = async (guest) => {
  await sleep(guest.startsWith("KR-") ? 300 : 450);
  if (guest === "KR-999") throw new Error(`전화번호가 없는 손님입니다: ${guest}`);
  console.log(`${guest} 보냄`);
  return `접수-${guest}`;
};
