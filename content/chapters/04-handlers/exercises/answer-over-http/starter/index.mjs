import { saveOrder } from "./orders.mjs";

export const handler = async (event) => {
  const order = JSON.parse(event.body);
  return await saveOrder(order);
};
