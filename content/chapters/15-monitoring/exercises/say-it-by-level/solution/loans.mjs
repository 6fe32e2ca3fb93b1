import { setTimeout as sleep } from "node:timers/promises";

const loans = {
  "B-101": { member: "M-7", overdueDays: 0 },
  "B-102": { member: "M-3", overdueDays: 4 },
};

// 책을 누가 빌렸는지 찾습니다. 빌린 기록이 없으면 undefined를 돌려줍니다.
export const findLoan = async (book) => {
  await sleep(10);
  return loans[book];
};
