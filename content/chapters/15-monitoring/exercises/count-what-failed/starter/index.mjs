import { send } from "./send.mjs";

export const handler = async ({ guests }) => {
  const results = await Promise.allSettled(guests.map(send));
  return { tried: results.length };
};
