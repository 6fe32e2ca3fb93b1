import { collection } from "./collection.mjs";

const bytesOf = (value) => Buffer.byteLength(JSON.stringify(value));

export const handler = async (event) => {
  const items = [];
  for (const item of collection.slice(event.from)) {
    if (bytesOf([...items, item]) > event.limitBytes) break;
    items.push(item);
  }
  const next = event.from + items.length;
  return { items, next: next < collection.length ? next : null };
};
