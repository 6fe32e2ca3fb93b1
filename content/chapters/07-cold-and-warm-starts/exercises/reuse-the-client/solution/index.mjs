import { connect } from "./stock.mjs";

const stock = await connect();

export const handler = async (event) => {
  const left = await stock.count(event.item);
  return { item: event.item, left };
};
