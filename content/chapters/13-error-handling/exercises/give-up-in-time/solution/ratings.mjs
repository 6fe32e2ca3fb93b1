import { setTimeout as sleep } from "node:timers/promises";

// 책의 평점을 물어봅니다. 보통 300ms쯤 걸리고, 정비 중인 책은 한참 답하지 않습니다.
export const ratingOf = async (bookId) => {
  await sleep(bookId === "B-13" ? 60_000 : 300);
  if (bookId === "B-404") throw new RangeError(`없는 책입니다: ${bookId}`);
  return 4.5;
};
