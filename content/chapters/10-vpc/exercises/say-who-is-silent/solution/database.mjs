import { setTimeout as sleep } from "node:timers/promises";

const COUNTS = { 텐트: 12, 버너: 0, 랜턴: 7 };

// 텐트는 바로, 버너는 0.8초 뒤에 답합니다. 침낭은 오류를 내고 화로는 영영 답하지 않습니다.
export const countOf = async (item) => {
  if (item === "화로") await new Promise(() => {});
  if (item === "침낭") throw new Error("침낭 표를 잠갔습니다");
  await sleep(item === "버너" ? 800 : 50);
  return COUNTS[item];
};
