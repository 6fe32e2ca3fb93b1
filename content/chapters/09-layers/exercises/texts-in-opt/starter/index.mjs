import { readFileSync } from "node:fs";

const textOf = (kind) => readFileSync(`texts/${kind}.txt`, "utf8").trim();

const texts = new Map([
  ["welcome", textOf("welcome")],
  ["bye", textOf("bye")],
]);

export const handler = async ({ kind, member }) => {
  return texts.get(kind).replace("{member}", member);
};
