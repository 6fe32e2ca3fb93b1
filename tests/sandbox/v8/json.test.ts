/** What JSON.parse says of texts that are not JSON, against the V8 that runs the tests. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonParseMessage } from "../../../sandbox/runtime/quickjs/v8/json-parse-message.ts";
import { textsOf } from "./lists.ts";

function messageOfV8(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as SyntaxError).message;
  }
}

test.for(textsOf("json"))("%j is refused in V8's words, or accepted", (text) => {
  expect(jsonParseMessage(text)).toBe(messageOfV8(text));
});

test("JSON with a few characters changed is refused in V8's words, or accepted", () => {
  const character = fc.constantFrom(..."{}[]\",:\\untrfalse0123456789.-+eE \n\t\u0001é한x'/");
  const change = fc.record({ at: fc.nat(), removed: fc.nat({ max: 1 }), added: fc.array(character, { maxLength: 2 }) });
  const changed = fc.tuple(
    fc.jsonValue(),
    fc.option(fc.nat({ max: 3 })),
    fc.array(change, { maxLength: 3 }),
    fc.option(fc.nat(), { freq: 5 }),
  );
  fc.assert(
    fc.property(changed, ([value, indent, changes, end]) => {
      let text = JSON.stringify(value, null, indent ?? undefined);
      for (const { at, removed, added } of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + added.join("") + text.slice(place + removed);
      }
      if (end !== null) text = text.slice(0, end % (text.length + 1));
      expect(jsonParseMessage(text)).toBe(messageOfV8(text));
    }),
    { seed: 20_250_701, numRuns: 20_000 },
  );
});

test("a text of a million open brackets is refused as any other", () => {
  const text = "[".repeat(1_000_000);
  expect(jsonParseMessage(text)).toBe(messageOfV8(text));
});
