/** Where recursion and nesting end shapes traces, so it must be the same everywhere, although hosts' stacks are not. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nesting } from "../spike/guest/nesting.ts";
import { recursion } from "../spike/guest/recursion.ts";
import { work } from "../spike/guest/work.ts";
import type { GuestsAnswer, GuestsInput } from "../spike/programs/guests.ts";
import { bundleProgram } from "./bundle.ts";
import { type Everywhere, openEverywhere } from "./everywhere.ts";
import type { PlaceName } from "./program.ts";

const engine = fileURLToPath(new URL("../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url));
const program = fileURLToPath(new URL("../spike/programs/guests.ts", import.meta.url));
const input: GuestsInput = { guests: { ...work, ...recursion, ...nesting }, rounds: 1, fuel: 6_000_000, maximumBytes: 32 << 20 };

let everywhere: Everywhere;
let script: string;
const ends = new Map<PlaceName, Record<string, string>>();

async function endsIn(name: PlaceName): Promise<Record<string, string> | undefined> {
  const place = everywhere.places.find((one) => one.name === name);
  if (place === undefined) return undefined;
  const report = await place.run({ script, files: { engine }, input, timeoutMs: 110_000 });
  if (!report.ok) throw new Error(report.message);
  const answer = report.value as GuestsAnswer; // the program's declared answer
  return Object.fromEntries(
    Object.entries(answer).map(([guest, [round]]) => [
      guest,
      `${round?.end} ${round?.text} after ${round?.counts}${round?.hostOverflow ? " (host)" : ""}`,
    ]),
  );
}

beforeAll(async () => {
  everywhere = await openEverywhere(["node", "node-worker", "chromium", "firefox"]);
  script = await bundleProgram(program);
  ends.set("node", (await endsIn("node")) ?? {});
}, 120_000);

afterAll(() => everywhere.close());

test("in Node, no guest program overflows the host's stack", () => {
  const overflows = Object.entries(ends.get("node") ?? {}).filter(([, end]) => end.endsWith("(host)"));
  expect(overflows).toEqual([]);
  expect(Object.keys(ends.get("node") ?? {})).toEqual(Object.keys(input.guests));
});

for (const name of ["node-worker", "chromium", "firefox"] as const) {
  test(`in ${name}, work, recursion and nesting end as in Node's main thread, after the same counts`, {
    timeout: 120_000,
  }, async (context) => {
    const found = await endsIn(name);
    if (found === undefined) context.skip(everywhere.skipped.find((one) => one.name === name)?.skipped ?? name);
    expect(found).toEqual(ends.get("node"));
  });
}
