/**
 * The slowest hostile cases in real time, in Node and in Chromium. Which ones these are, the last run of tests/hostile has written
 * down; they are measured anew here, one after the other, on a machine that does nothing else.
 */
import { CASES } from "../hostile/cases/index.ts";
import { inChromium } from "../hostile/in-chromium.ts";
import { inNode } from "../hostile/in-node.ts";
import type { Report } from "../hostile/report.ts";
import { slowest, titleIn } from "../hostile/times.ts";
import type { Figure } from "./measure.ts";

const LIMIT = 30_000;
const MEASURED = 12;
const AIM = "2 s";

export async function hostileFigures(): Promise<readonly Figure[]> {
  const node = inNode(LIMIT);
  const chromium = await inChromium(LIMIT);
  try {
    const inThread: [number, Report][] = [];
    for (const index of candidates("node")) inThread.push([index, await node.observe(index)]);
    const inBrowser = chromium.skipped === undefined ? [...(await chromium.observe(candidates("chromium")))] : [];
    return [
      figure("slowest in Node", inThread),
      chromium.skipped === undefined ? figure("slowest in Chromium", inBrowser) : { what: "slowest in Chromium", value: chromium.skipped },
    ];
  } finally {
    await node.close();
    await chromium.close();
  }
}

/** Indices of CASES: those that were slowest when all were run; all, where that has not been. */
function candidates(place: "node" | "chromium"): readonly number[] {
  const names = slowest(place, MEASURED)?.map(({ name }) => name);
  return CASES.flatMap((hostile, index) => (names === undefined || names.includes(titleIn(hostile)) ? [index] : []));
}

function figure(what: string, reports: readonly (readonly [number, Report])[]): Figure {
  let worst = { name: "none ran", milliseconds: 0 };
  for (const [index, report] of reports) {
    const hostile = CASES[index];
    if (hostile === undefined || "failed" in report) throw new Error(`bench: case ${index} failed; run npm run test:hostile`);
    if (report.milliseconds > worst.milliseconds) worst = { name: titleIn(hostile), milliseconds: report.milliseconds };
  }
  return { what, value: `${(worst.milliseconds / 1_000).toFixed(2)} s: ${worst.name}`, aim: AIM };
}
