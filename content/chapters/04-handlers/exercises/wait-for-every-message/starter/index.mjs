import { sendMessage } from "./sms.mjs";

export const handler = async (event) => {
  const receipts = [];
  event.guests.forEach(async (guest) => {
    receipts.push(await sendMessage(guest));
  });
  return { receipts };
};
