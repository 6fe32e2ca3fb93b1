import { setTimeout as sleep } from "node:timers/promises";
import { isOnShelf, notify } from "./shelf.mjs";

export const handler = async (event) => {
  for (let tries = 0; tries < 5; tries += 1) {
    if (await isOnShelf(event.book)) {
      await notify(event.member, event.book);
      return { notified: [event.member] };
    }
    await sleep(500);
  }
  return { status: "아직 없음" };
};
