import { setTimeout as sleep } from "node:timers/promises";
import { countOf } from "./database.mjs";

const LIMIT = 1500;

const tooLate = async () => {
  await sleep(LIMIT);
  throw new Error(`재고 데이터베이스가 ${LIMIT}ms 동안 답하지 않았습니다. 보안 그룹과 서브넷을 확인하세요.`);
};

export const handler = async (event) => {
  const count = await Promise.race([countOf(event.item), tooLate()]);
  return { item: event.item, count };
};
