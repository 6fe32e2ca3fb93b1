import { sendReminder } from "./sms.mjs";

export const handler = async (event) => {
  const sent = [];
  for (const reservation of event.reservations) {
    await sendReminder(reservation);
    sent.push(reservation);
  }
  return { sent };
};
