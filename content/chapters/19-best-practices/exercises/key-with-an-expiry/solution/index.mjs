import { readKey } from "./vault.mjs";

const KEEP_MS = 60_000;
let key;
let readAt = 0;

const currentKey = async () => {
  if (Date.now() - readAt > KEEP_MS) {
    key = await readKey();
    readAt = Date.now();
  }
  return key;
};

export const handler = async () => {
  return { key: await currentKey() };
};
