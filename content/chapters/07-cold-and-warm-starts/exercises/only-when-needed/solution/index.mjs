import { openPrinter } from "./receipt.mjs";

let printer;

export const handler = async (event) => {
  if (event.ask === "status") return { orderId: event.orderId, status: "배송 중" };
  printer ??= await openPrinter();
  return { orderId: event.orderId, receipt: await printer.print(event.orderId) };
};
