import { setTimeout as sleep } from "node:timers/promises";
import { ratingOf } from "./ratings.mjs";

const LIMIT_MS = 1_000;
let rated = 0;

export const handler = async (event) => {
  const rating = await Promise.race([ratingOf(event.bookId), sleep(LIMIT_MS, null)]);
  if (rating === null) console.error(`${event.bookId} 평점 서버가 답하지 않음`);
  else rated += 1;
  return { bookId: event.bookId, rating, rated };
};
