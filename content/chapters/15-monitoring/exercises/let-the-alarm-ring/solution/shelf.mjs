import { setTimeout as sleep } from "node:timers/promises";

// 손님이 알아야 하는 거절입니다. 우리 쪽 고장이 아닙니다.
export class Refusal extends Error {}

// 책장에서 책을 꺼냅니다.
export const takeOut = async (book) => {
  await sleep(10);
  if (book === "B-202") throw new Refusal("이미 대출 중인 책입니다");
  if (book === "B-303") throw new Error("책장 데이터베이스에 연결하지 못했습니다");
  return { book, due: "2026-12-06" };
};
