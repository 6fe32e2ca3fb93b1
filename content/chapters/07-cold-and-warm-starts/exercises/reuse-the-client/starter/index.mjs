import { connect } from "./stock.mjs";

export const handler = async (event) => {
  const stock = await connect();
  const left = await stock.count(event.item);
  return { item: event.item, left };
};
