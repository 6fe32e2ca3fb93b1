/** The data: against a second transcription, and the Korean of every sentence that a page shows. */
import { expect, test } from "vitest";
import { exactly } from "../../../sandbox/pricing/fraction.ts";
import { FREE_TIER } from "../../../sandbox/pricing/free-tier.ts";
import { NOT_OFFERED } from "../../../sandbox/pricing/not-offered.ts";
import {
  type Architecture,
  ITEMS,
  type Item,
  priceOf,
  REGIONS,
  type Region,
  SEOUL_X86,
  tiersOf,
} from "../../../sandbox/pricing/price-list.ts";
import { CERTAINTIES, SOURCES } from "../../../sandbox/pricing/sources.ts";
import { BLANK_FORM, formProblems, RANGES, type UsageForm } from "../../../sandbox/pricing/usage-form.ts";
import { wordFaults } from "../../content/wordlist.ts";

/** As AWS's data names them, in one line each: the machine-readable copy that the table of prices came with. */
const COPY = {
  "us-east-1": {
    x86_64: { duration: [0.0000166667, 0.000015, 0.0000133334], reserve: 0.0000041667, provisioned: 0.0000097222 },
    arm64: { duration: [0.0000133334, 0.0000120001, 0.0000106667], reserve: 0.0000033334, provisioned: 0.0000077778 },
    ephemeral: 3.09e-8,
  },
  "ap-northeast-2": {
    x86_64: { duration: [0.0000166667, 0.000015, 0.0000133334], reserve: 0.0000051254, provisioned: 0.0000119592 },
    arm64: { duration: [0.0000133334, 0.0000120001, 0.0000106667], reserve: 0.0000041003, provisioned: 0.0000095674 },
    ephemeral: 3.52e-8,
  },
} as const;

const regions = Object.keys(REGIONS) as Region[]; // keys of that very object

test.each(regions.flatMap((region) => (["x86_64", "arm64"] as const).map((architecture) => [region, architecture] as const)))(
  "the prices of %s on %s are those of the other copy",
  (region: Region, architecture: Architecture) => {
    const usd = (item: Item) => exactly(priceOf(item, region, architecture)?.usd ?? "0");
    const copy = COPY[region][architecture];
    expect(tiersOf("duration", architecture).map((tier) => exactly(tier.in[region]?.usd ?? "0"))).toEqual(copy.duration.map(exactly));
    expect(usd("provisioned-reservation")).toEqual(exactly(copy.reserve));
    expect(usd("provisioned-duration")).toEqual(exactly(copy.provisioned));
    expect(usd("ephemeral-storage")).toEqual(exactly(COPY[region].ephemeral));
    expect([usd("request"), usd("streaming")]).toEqual([exactly(2e-7), exactly(0.008)]);
  },
);

test("what a lab's bill takes is the same list", () => {
  expect([SEOUL_X86.perRequest, SEOUL_X86.perGigabyteSecond]).toEqual([2_000n, 166_667n]);
});

test("an item has a price in a Region, or the list of what is left out says that it has none", () => {
  const missing = regions.flatMap((region) =>
    (Object.keys(ITEMS) as Item[]).filter((item) => priceOf(item, region, "x86_64") === undefined).map((item) => [region, item] as const),
  );
  expect(missing).toEqual([
    ["ap-northeast-2", "durable-operation"],
    ["ap-northeast-2", "durable-written"],
    ["ap-northeast-2", "durable-retained"],
  ]);
  expect(NOT_OFFERED.filter(({ region }) => region !== undefined).map(({ name, region }) => [name, region])).toEqual([
    ["지속성 함수", "ap-northeast-2"],
  ]);
});

test("every sentence of the data is in the book's words", () => {
  const sentences = [
    ...NOT_OFFERED.flatMap(({ name, why }) => [name, ...why.split(/(?<=\.) /)]),
    ...FREE_TIER.covers,
    ...FREE_TIER.leavesOut,
    ...Object.values(SOURCES).map(({ name }) => name),
    ...Object.values(CERTAINTIES),
    ...Object.values(ITEMS).map(({ name }) => name),
    ...problemsOfNothing().map(({ sentence }) => sentence),
  ];
  expect(sentences.flatMap((sentence) => wordFaults(sentence).map(({ found, instead }) => ({ sentence, found, instead })))).toEqual([]);
});

/** A form in which all is wrong. */
function problemsOfNothing() {
  const form: UsageForm = {
    ...BLANK_FORM,
    requests: -1,
    durationMs: 1.001,
    memoryMB: 0.5,
    ephemeralMB: 20_000,
    coldRate: 2,
    initMs: Number.NaN,
    provisioned: { concurrency: 0, hours: 745 },
    snapStart: { runtime: "python", versions: 0, hours: -1 },
    streamedMB: 201,
    logGB: Number.POSITIVE_INFINITY,
    durable: { operations: 0.5, writtenGB: -1, retainedGBMonths: 1e-7 },
  };
  return formProblems(form);
}

test("each field out of its range is told of, and what excludes SnapStart or has no price", () => {
  expect(problemsOfNothing().map(({ field }) => field)).toEqual([...Object.keys(RANGES), "durable", "snapStart", "snapStart"]);
});

test("the edges of every range are inside", () => {
  const at = (edge: "least" | "most"): UsageForm => ({
    ...BLANK_FORM,
    region: "us-east-1",
    requests: RANGES.requests[edge],
    durationMs: RANGES.durationMs[edge],
    memoryMB: RANGES.memoryMB[edge],
    ephemeralMB: RANGES.ephemeralMB[edge],
    coldRate: RANGES.coldRate[edge],
    initMs: RANGES.initMs[edge],
    provisioned: { concurrency: RANGES["provisioned.concurrency"][edge], hours: RANGES["provisioned.hours"][edge] },
    streamedMB: RANGES.streamedMB[edge],
    logGB: RANGES.logGB[edge],
    durable: {
      operations: RANGES["durable.operations"][edge],
      writtenGB: RANGES["durable.writtenGB"][edge],
      retainedGBMonths: RANGES["durable.retainedGBMonths"][edge],
    },
  });
  expect([...formProblems(at("least")), ...formProblems(at("most"))]).toEqual([]);
});
