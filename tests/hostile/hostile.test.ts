/** Issue “Hostile code”: each case ends as Lambda ends it, and the next invocation works; in Node.js and in Chromium, to the byte. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ending, type HostileCase, KINDS, type Kind } from "./case.ts";
import { CASES } from "./cases/index.ts";
import { type InChromium, inChromium } from "./in-chromium.ts";
import { inNode } from "./in-node.ts";
import { judge } from "./judge.ts";
import type { Report } from "./report.ts";
import { recordTimes, type Timed, titleIn } from "./times.ts";

/** Real time in which a case must end on a busy machine. The aim, on an idle one, is two seconds: times.ts records what it took. */
const LIMIT = 30_000;

const node = inNode(LIMIT);
let chromium: InChromium;
const times = { node: [] as Timed[], chromium: [] as Timed[] };
const inNodeJs = new Map<number, Report>();
const inBrowser = new Map<number, Report>();

const casesOf = (kind: Kind) => CASES.flatMap((hostile, index) => (hostile.kind === kind ? [{ hostile, index }] : []));

/** Kind by kind: one that hangs takes no others with it. */
async function observeInChromium(): Promise<void> {
  for (const kind of KINDS) {
    const reports = await chromium.observe(casesOf(kind).map(({ index }) => index));
    for (const [index, report] of reports) inBrowser.set(index, report);
  }
}

// Neither waits for the other: each has a core of its own.
beforeAll(async () => {
  chromium = await inChromium(LIMIT);
  const browser = chromium.skipped === undefined ? observeInChromium() : undefined;
  for (const index of CASES.keys()) inNodeJs.set(index, await node.observe(index));
  await browser;
}, LIMIT * CASES.length);

afterAll(async () => {
  await node.close();
  await chromium.close();
  recordTimes("node", times.node);
  if (chromium.skipped === undefined) recordTimes("chromium", times.chromium);
});

for (const kind of KINDS) {
  const cases = casesOf(kind);
  describe(kind, () => {
    test("has at least five distinct cases", () => {
      expect(new Set(cases.map(({ hostile }) => JSON.stringify(hostile.files))).size).toBeGreaterThanOrEqual(5);
    });
    for (const { hostile, index } of cases) {
      test(titleOf(hostile), () => {
        expect(differences(hostile, inNodeJs.get(index), times.node)).toEqual([]);
      });
      test(`in Chromium, ${hostile.name}: the same trace`, (context) => {
        if (chromium.skipped !== undefined) return context.skip(chromium.skipped);
        expect(differences(hostile, inBrowser.get(index), times.chromium)).toEqual([]);
        expect(digest(inBrowser.get(index))).toBe(digest(inNodeJs.get(index)));
      });
    }
  });
}

function differences(hostile: HostileCase, report: Report | undefined, times: Timed[]): readonly string[] {
  if (report === undefined) return ["there is no report"];
  if ("failed" in report) return [report.failed];
  times.push({ name: titleIn(hostile), milliseconds: Math.round(report.milliseconds) });
  return judge(hostile, report.observed);
}

const digest = (report: Report | undefined) => (report !== undefined && "observed" in report ? report.observed.traceDigest : "no report");

function titleOf({ name, expected, then }: HostileCase): string {
  return `${name} ${ending(expected)}, and the next invocation ${then === undefined ? "works" : ending(then)}`;
}
