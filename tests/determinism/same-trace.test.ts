/** “Same scenario, same trace, byte for byte, in every browser and in Node” (design.md §2). */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleProgram } from "../cross-engine/bundle.ts";
import { type Everywhere, openEverywhere } from "../cross-engine/everywhere.ts";
import type { PlaceName } from "../cross-engine/program.ts";
import { SCENARIOS } from "./scenarios.ts";

const QUICKJS = new URL("../../sandbox/runtime/quickjs/", import.meta.url);
const GUEST = fileURLToPath(new URL("guest/dist/", QUICKJS));

const library = readdirSync(GUEST, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js"))
  .map((file) => file.replace(/\.js$/, "").replaceAll("\\", "/"));

const files = {
  engine: fileURLToPath(new URL("engine/dist/quickjs.wasm", QUICKJS)),
  ...Object.fromEntries(library.map((id) => [id, `${GUEST}${id}.js`])),
};

type Traces = Readonly<Record<string, string>>;

/** Node under UTC is what the others are compared with. */
const OTHERS: readonly { readonly title: string; readonly place: PlaceName; readonly TZ: string }[] = [
  { title: "Node under TZ=Asia/Seoul", place: "node", TZ: "Asia/Seoul" },
  { title: "Chromium", place: "chromium", TZ: "UTC" },
  { title: "Chromium under TZ=Asia/Seoul", place: "chromium", TZ: "Asia/Seoul" },
  { title: "Firefox", place: "firefox", TZ: "UTC" },
  { title: "Firefox under TZ=America/New_York", place: "firefox", TZ: "America/New_York" },
];

async function tracesIn(everywhere: Everywhere, place: PlaceName, script: string): Promise<Traces | undefined> {
  const found = everywhere.places.find(({ name }) => name === place);
  if (found === undefined) return undefined;
  const report = await found.run({ script, files, input: { library }, timeoutMs: 120_000 });
  if (!report.ok) throw new Error(`${place}: ${report.message}`);
  return report.value as Traces;
}

async function traces(place: PlaceName, TZ: string, script: string): Promise<Traces | string> {
  const everywhere = await openEverywhere([place], { TZ });
  try {
    return (await tracesIn(everywhere, place, script)) ?? everywhere.skipped.map(({ skipped }) => skipped).join("; ");
  } finally {
    await everywhere.close();
  }
}

/** Where two traces part: two whole traces are more than a reader of a failed test can compare. */
function firstDifference(name: string, expected = "", found = ""): readonly string[] {
  if (expected === found) return [];
  let at = 0;
  while (expected[at] === found[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 40);
  return [`${name}: expected …${around(expected)}…, found …${around(found)}…`];
}

describe("same scenario, same trace", () => {
  const answers = new Map<string, Traces | string>();
  let reference: Traces = {};

  beforeAll(async () => {
    const script = await bundleProgram(fileURLToPath(new URL("program.ts", import.meta.url)));
    const inNode = await traces("node", "UTC", script);
    if (typeof inNode === "string") throw new Error(inNode);
    reference = inNode;
    for (const { title, place, TZ } of OTHERS) answers.set(title, await traces(place, TZ, script));
  }, 300_000);
  afterAll(() => answers.clear());

  test("there are twenty-three scenarios, and each has events of its own", () => {
    expect(Object.keys(reference)).toHaveLength(23);
    expect(new Set(Object.values(reference)).size).toBe(23);
    for (const name of Object.keys(SCENARIOS)) expect(reference[name]?.length, name).toBeGreaterThan(500);
  });

  for (const { title } of OTHERS) {
    test(`${title} gives byte-equal traces to Node under UTC`, (context) => {
      const answer = answers.get(title);
      if (typeof answer === "string") return context.skip(answer);
      const differences = Object.keys(SCENARIOS).flatMap((name) => firstDifference(name, reference[name], answer?.[name]));
      expect(differences).toEqual([]);
    });
  }
});
