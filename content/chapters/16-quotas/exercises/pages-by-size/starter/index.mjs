import { collection } from "./collection.mjs";

export const handler = async (event) => {
  const items = [];
  for (const item of collection.slice(event.from)) {
    if (JSON.stringify([...items, item]).length > event.limitBytes) break;
    items.push(item);
  }
  return { items };
};
