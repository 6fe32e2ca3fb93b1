import { notify } from "./shelf.mjs";

export const handler = async (event) => {
  if (event.type === "reserve") return { status: "예약됨" };
  for (const member of event.waiting) {
    await notify(member, event.book);
  }
  return { notified: event.waiting };
};
