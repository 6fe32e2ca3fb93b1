import { gateOf, priceOf, seatOf } from "./box-office.mjs";

export const handler = async (event) => {
  const seat = await seatOf(event.n);
  const price = await priceOf(event.n);
  const gate = await gateOf(event.n);
  return { seat, price, gate };
};
