import { setTimeout as sleep } from "node:timers/promises";

let searches = 0;

export const handler = async (event) => {
  await sleep(500); // 장서 목록을 뒤지는 시간
  searches += 1;
  return { word: event.word, searches };
};
