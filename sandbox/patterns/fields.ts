/**
 * An event as AWS's rule engine sees it (event-ruler, Event.java): a flat list of fields. `{"a":{"b":[1,2]}}` has the field `a.b`
 * twice. What stands in an array of objects remembers in which element it stood, so that a pattern's fields are all found in one
 * and the same element.
 */
import type { Scalar } from "./operators.ts";

/** The array's number in the event → the element's index. */
export type Membership = ReadonlyMap<number, number>;

export interface Field {
  readonly value: Scalar;
  readonly membership: Membership;
}

export type Fields = ReadonlyMap<string, readonly Field[]>;

/** `event` is what JSON.parse gives. Only fields of these paths: an event may be deep, and a pattern looks at little of it. */
export function fieldsOf(event: object, paths: Iterable<string>): Fields {
  const fields = new Map<string, Field[]>();
  const wanted = new Set([...paths].flatMap(beginnings));
  let arrays = 0;
  const visit = (value: unknown, path: string, membership: Membership): void => {
    if (!wanted.has(path)) return;
    if (Array.isArray(value)) {
      const array = arrays++;
      for (const [index, element] of value.entries()) {
        const inside = typeof element === "object" && element !== null;
        visit(element, path, inside ? new Map([...membership, [array, index]]) : membership);
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, path === "" ? key : `${path}.${key}`, membership);
    } else if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      const found = fields.get(path);
      if (found === undefined) fields.set(path, [{ value, membership }]);
      else found.push({ value, membership });
    }
  };
  visit(event, "", new Map());
  return fields;
}

/** `a.b.c` → ``, `a`, `a.b`, `a.b.c` */
function beginnings(path: string): readonly string[] {
  const parts = path.split(".");
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("."))];
}

/** Both together; undefined where they name different elements of one array. */
export function together(a: Membership, b: Membership): Membership | undefined {
  if (b.size === 0) return a;
  for (const [array, index] of b) if ((a.get(array) ?? index) !== index) return undefined;
  return new Map([...a, ...b]);
}
