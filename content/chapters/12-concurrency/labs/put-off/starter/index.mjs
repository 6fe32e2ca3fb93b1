import { setTimeout as sleep } from "node:timers/promises";

export const handler = async (event) => {
  await sleep(1_000); // 표를 만들어 메일로 보내는 시간
  console.log(`${event.show} 표를 보냄`);
};
