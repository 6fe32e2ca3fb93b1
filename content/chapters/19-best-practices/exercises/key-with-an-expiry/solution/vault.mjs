import { setTimeout as sleep } from "node:timers/promises";

const opened = Date.now();

// 문자 회사의 키를 읽습니다. 키는 환경이 생긴 지 70초가 지나면 바뀝니다.
export const readKey = async () => {
  await sleep(40);
  console.log("키 읽음");
  return Date.now() - opened < 70_000 ? "key-old" : "key-new";
};
