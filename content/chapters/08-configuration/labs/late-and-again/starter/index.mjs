import { setTimeout as sleep } from "node:timers/promises";

export const handler = async ({ Records: [record] }) => {
  console.log(`${record.body} 인쇄 시작, ${record.attributes.ApproximateReceiveCount}번째 받음`);
  await sleep(8_000);
  console.log("인쇄 끝");
};
