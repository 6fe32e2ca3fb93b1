import { priceOf } from "./seat.ts";

export const handler = async ({ grade, count }) => {
  return { grade, total: priceOf(grade) * count };
};
