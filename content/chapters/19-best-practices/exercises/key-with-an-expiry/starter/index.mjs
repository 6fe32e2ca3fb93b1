import { readKey } from "./vault.mjs";

let key;

const currentKey = async () => {
  key ??= await readKey();
  return key;
};

export const handler = async () => {
  return { key: await currentKey() };
};
