import { send } from "./send.mjs";

export const handler = async ({ guests }) => {
  const results = await Promise.allSettled(guests.map(send));
  const failed = results.filter((result) => result.status === "rejected");
  for (const { reason } of failed) console.error(reason.message);
  if (failed.length > 0) throw new Error(`알림 ${failed.length}건 실패`);
  return { tried: results.length };
};
