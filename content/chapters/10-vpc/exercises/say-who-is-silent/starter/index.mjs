import { countOf } from "./database.mjs";

export const handler = async (event) => {
  const count = await countOf(event.item);
  return { item: event.item, count };
};
