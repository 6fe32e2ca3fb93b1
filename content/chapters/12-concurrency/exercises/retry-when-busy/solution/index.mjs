import { setTimeout as sleep } from "node:timers/promises";
import { holdSeat } from "./seats.mjs";

const PAUSES = [200, 400];

export const handler = async (event) => {
  for (const pause of PAUSES) {
    try {
      return { answer: await holdSeat(event.concert, event.seat) };
    } catch (error) {
      if (error.name !== "TooManyRequestsException") throw error;
      await sleep(pause + Math.random() * pause);
    }
  }
  return { answer: await holdSeat(event.concert, event.seat) };
};
