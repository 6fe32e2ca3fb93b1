import { sendReminder } from "./sms.mjs";

const RESERVE_MS = 1_000;

export const handler = async (event, context) => {
  const sent = [];
  for (const reservation of event.reservations) {
    if (context.getRemainingTimeInMillis() < RESERVE_MS) break;
    await sendReminder(reservation);
    sent.push(reservation);
  }
  return { sent, left: event.reservations.slice(sent.length) };
};
