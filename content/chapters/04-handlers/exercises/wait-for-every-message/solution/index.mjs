import { sendMessage } from "./sms.mjs";

export const handler = async (event) => {
  const receipts = await Promise.all(event.guests.map((guest) => sendMessage(guest)));
  return { receipts };
};
