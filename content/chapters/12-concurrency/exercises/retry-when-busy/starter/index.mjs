import { holdSeat } from "./seats.mjs";

export const handler = async (event) => {
  return { answer: await holdSeat(event.concert, event.seat) };
};
