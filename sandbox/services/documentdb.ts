/** Change events of Amazon DocumentDB as a function's event shows them: Lambda guide, "Using Lambda with Amazon DocumentDB". Inserts only. */
import { hexDigits, type Random } from "../time/random.ts";
import type { Produced } from "./broker.ts";

export function documentChange({ at, topic, offset, Key, Value }: Produced, random: Random): object {
  const seconds = Math.floor(at / 1_000);
  const [db = topic, coll = "documents"] = topic.split(".");
  const id = { $oid: Key ?? `${seconds.toString(16).padStart(8, "0")}${hexDigits(random, 16)}` };
  return {
    event: {
      _id: { _data: `01${seconds.toString(16).padStart(8, "0")}${offset.toString(16).padStart(8, "0")}${hexDigits(random, 16)}` },
      clusterTime: { $timestamp: { t: seconds, i: offset + 1 } },
      documentKey: { _id: id },
      fullDocument: { _id: id, ...fieldsOf(Value) },
      ns: { db, coll },
      operationType: "insert",
    },
  };
}

function fieldsOf(text: string): object {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) throw new Error(`scenario: a document is no JSON object: ${text}`);
  return value;
}
