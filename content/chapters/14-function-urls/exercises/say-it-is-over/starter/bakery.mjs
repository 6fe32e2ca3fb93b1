import { setTimeout as sleep } from "node:timers/promises";

// 빵을 하나씩 구워 내놓습니다. 굽지 못하는 빵에서는 오류를 던집니다.
export async function* baked(breads) {
  for (const bread of breads) {
    await sleep(500);
    if (bread === "식빵") throw new Error("오븐이 꺼졌습니다");
    yield `${bread} 나왔습니다.\n`;
  }
}
