import { gateOf, priceOf, seatOf } from "./box-office.mjs";

export const handler = async (event) => {
  const [seat, price, gate] = await Promise.all([seatOf(event.n), priceOf(event.n), gateOf(event.n)]);
  return { seat, price, gate };
};
