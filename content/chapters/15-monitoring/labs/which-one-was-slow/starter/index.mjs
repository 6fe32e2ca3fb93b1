import { setTimeout as sleep } from "node:timers/promises";

let requests = 0;

export const handler = async (event) => {
  requests += 1;
  // 다섯 번에 한 번, 목록을 새로 읽느라 느려집니다.
  const searched = requests % 5 === 0 ? 2_400 : 60;
  await sleep(searched);
  return { query: event.query, found: 3 };
};
