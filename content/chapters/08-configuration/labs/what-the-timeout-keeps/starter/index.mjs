import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

let inVariable = 0;

export const handler = async () => {
  const before = existsSync("/tmp/count") ? Number(readFileSync("/tmp/count", "utf8")) : 0;
  const inFile = before + 1;
  writeFileSync("/tmp/count", String(inFile));
  inVariable += 1;
  console.log(`변수 ${inVariable}, 파일 ${inFile}`);
  if (inFile === 2) await sleep(60_000); // 두 번째에만 저장소가 답하지 않습니다
  return { inVariable, inFile };
};
