import { promisify } from "node:util";
import { findSeat } from "./seats.mjs";

const find = promisify(findSeat);

export const handler = async (event) => {
  const seat = await find(event.seatId);
  return { seatId: event.seatId, price: seat.price };
};
