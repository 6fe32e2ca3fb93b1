import { setTimeout as sleep } from "node:timers/promises";

// 보안 그룹이 막아 답이 오지 않는 데이터베이스를 흉내 냅니다.
export const countOf = async () => {
  await sleep(127_000); // 운영 체제가 연결을 포기하기까지
  throw new Error("connect ETIMEDOUT 10.0.20.15:5432");
};
