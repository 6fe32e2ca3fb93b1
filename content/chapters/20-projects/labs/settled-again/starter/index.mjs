import { notify } from "./owner.mjs";

const settled = new Map(); // S3의 결산 버킷을 대신합니다
const HOUR = 3_600_000;

export const handler = async ({ time }) => {
  const day = new Date(Date.parse(time) + 9 * HOUR - 24 * HOUR).toISOString().slice(0, 10);
  settled.set(`${day}.json`, { day });
  console.log("버킷에 있는 결산", ...settled.keys());
  await notify(day);
};
