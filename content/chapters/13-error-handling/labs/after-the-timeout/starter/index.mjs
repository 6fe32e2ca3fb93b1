import { setTimeout as sleep } from "node:timers/promises";

let served = 0;

export const handler = async (event) => {
  served += 1;
  // 두 번째에는 도서관 서버가 답하지 않습니다.
  if (served === 2) await sleep(60_000);
  console.log(`${event.bookId} 찾음`);
  return { bookId: event.bookId, served };
};
