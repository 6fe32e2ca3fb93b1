/** One test a snippet: the guest's library and the Node that runs the tests are asked the same, and must answer the same. */
import { expect, test } from "vitest";
import { type Guest, guest, inNode, snippets } from "./guest.ts";

export interface Differing {
  readonly snippet: string;
  readonly because: string;
}

/** `e(() => …)` in a snippet: the value as util.inspect prints it, or the error's name, message, code and text. */
const PRELUDE = `const util = require("util");
  const e = (f) => { try { return util.inspect(f(), { depth: 9 }); } catch (x) { return [x.name, x.message, x.code, String(x)]; } };`;

export function sameAsNode(text: string, { prelude = "", differing = [] as readonly Differing[] } = {}): void {
  const shared = guest();
  const before = `${PRELUDE}${prelude}; return `;
  for (const snippet of snippets(text)) {
    test(`the guest and Node agree on ${snippet}`, () => {
      expect(outcome(() => shared.run(before + snippet))).toEqual(outcome(() => inNode(before + snippet)));
    });
  }
  for (const { snippet, because } of differing) {
    test(`the guest still differs from Node on ${snippet}, because ${because}`, () => {
      expect(outcome(() => shared.run(before + snippet))).not.toEqual(outcome(() => inNode(before + snippet)));
    });
  }
}

/** A value, or the first line of what was thrown. */
export function outcome(run: () => unknown): unknown {
  try {
    return { value: run() };
  } catch (error) {
    return { thrown: error instanceof Error ? error.message.split("\n")[0] : error };
  }
}

export type { Guest };
