import { setTimeout as sleep } from "node:timers/promises";

// SQS 큐를 흉내 냅니다. 큐가 받은 메시지는 로그에 남습니다. 메시지의 본문은 글자여야 합니다.
export const sendMessage = async (body) => {
  if (typeof body !== "string") throw new TypeError("메시지의 본문이 글자가 아닙니다");
  await sleep(30);
  console.log(body);
};
