import type { Json } from "./json.cts";
const { lookup } = require("./lookup.cts") as typeof import("./lookup.cts");

const document: Json = { a: { b: [{ c: 42 }] } };
let calls!: number;

function count(this: { by: number }, start = 0): number {
  return start + this.by;
}

exports.handler = async (event: { path: string }): Promise<unknown> => {
  calls = count.call({ by: 1 }, calls);
  const found = lookup(document, event.path.split("."));
  return { calls, found: found ?? null, type: typeof found };
};
