import { setTimeout as sleep } from "node:timers/promises";

const copies = { 중앙: 2, 한강: 0, 남산: 1 };

// 분관의 서버에 물어봅니다. 어느 분관이든 200ms쯤 걸립니다.
export const askBranch = async (branch) => {
  await sleep(200);
  return { branch, copies: copies[branch] };
};
