import { setTimeout as sleep } from "node:timers/promises";

// 좌석을 잡는 다른 함수를 동기로 부릅니다. 공연마다 형편이 다릅니다.
const refusals = { 봄밤: 0, 여름비: 2, 가을길: Number.POSITIVE_INFINITY };

const failure = (name, message) => Object.assign(new Error(message), { name });

export const holdSeat = async (concert, seat) => {
  console.log(`${concert} 좌석 함수를 부름`);
  await sleep(10);
  if (!(concert in refusals)) throw failure("ResourceNotFoundException", `없는 공연입니다: ${concert}`);
  if (refusals[concert] > 0) {
    refusals[concert] -= 1;
    throw failure("TooManyRequestsException", "Rate Exceeded.");
  }
  return `${seat} 좌석 잡음`;
};
