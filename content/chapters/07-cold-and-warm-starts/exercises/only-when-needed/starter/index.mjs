import { openPrinter } from "./receipt.mjs";

const printer = await openPrinter();

export const handler = async (event) => {
  if (event.ask === "status") return { orderId: event.orderId, status: "배송 중" };
  return { orderId: event.orderId, receipt: await printer.print(event.orderId) };
};
