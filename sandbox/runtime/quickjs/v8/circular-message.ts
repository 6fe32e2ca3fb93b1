/**
 * V8's message for a value that contains itself: the way from the object that comes back to where it comes back.
 */
import type { GuestMemory, GuestValue, Pointer } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";

interface Step {
  readonly object: Pointer;
  /** How `property 'a'` or `index 0` leads from it. */
  readonly via: string;
}

const DEEPEST = 2_000;
/** Lines after the first one that V8 shows, and lines before the last one. */
const PREFIX = 2;
const POSTFIX = 1;

export function circularMessage(value: GuestValue, guest: GuestMemory, values: GuestValues): string {
  const start = "Converting circular structure to JSON";
  const path = circle(guest.object(value), guest, values);
  if (path === undefined) return start;
  const name = (object: Pointer) => values.constructorName({ low: object, high: OBJECT });
  const lines = path.slice(1).map((step, index) => `\n    |     ${path[index]?.via} -> object with constructor '${name(step.object)}'`);
  const shown = lines.length <= PREFIX + POSTFIX ? lines : [...lines.slice(0, PREFIX), "\n    |     ...", ...lines.slice(-POSTFIX)];
  return `${start}\n    --> starting at object with constructor '${name(path[0]?.object ?? 0)}'${shown.join("")}\n    --- ${path.at(-1)?.via} closes the circle`;
}

/** The tag of an object (quickjs.h). */
const OBJECT = -1;

/** The first circle that JSON.stringify meets: it goes through properties in their order. */
function circle(root: Pointer, guest: GuestMemory, values: GuestValues): Step[] | undefined {
  const path: { object: Pointer; children: Iterator<{ via: string; object: Pointer }>; via: string }[] = [];
  const enter = (object: Pointer) => path.push({ object, children: childrenOf(object, guest, values), via: "" });
  enter(root);
  for (let top = path.at(-1); top !== undefined && path.length < DEEPEST; top = path.at(-1)) {
    const next = top.children.next();
    if (next.done === true) {
      path.pop();
      continue;
    }
    top.via = next.value.via;
    const back = path.findIndex(({ object }) => object === next.value.object);
    if (back >= 0) return path.slice(back);
    enter(next.value.object);
  }
  return undefined;
}

function* childrenOf(object: Pointer, guest: GuestMemory, values: GuestValues): Generator<{ via: string; object: Pointer }> {
  // What has a toJSON is written as what that returns.
  const toJson = values.method(object, "toJSON");
  if (toJson) return;
  for (const [index, element] of guest.elements(object).entries()) {
    if (isContainer(element, guest, values)) yield { via: `index ${index}`, object: guest.object(element) };
  }
  for (const { atom, value, enumerable } of guest.ownProperties(object)) {
    if (!enumerable || value === undefined || !isContainer(value, guest, values)) continue;
    const name = guest.atom(atom);
    yield { via: name === "" ? "<anonymous>" : `property '${name}'`, object: guest.object(value) };
  }
}

function isContainer(value: GuestValue, guest: GuestMemory, values: GuestValues): boolean {
  return guest.object(value) !== 0 && !values.isCallable(value);
}
