import type { Everywhere } from "../../cross-engine/everywhere.ts";
import { type Claim, exceptions, type Findings } from "../claim.ts";
import { nesting } from "../guest/nesting.ts";
import { recursion } from "../guest/recursion.ts";
import { type Answer, runProgram } from "../places.ts";
import type { DepthInput } from "../programs/depth.ts";
import type { GuestsAnswer, GuestsInput } from "../programs/guests.ts";
import type { HeadroomAnswer } from "../programs/headroom.ts";

/** Rounds of each program in one thread, so that later rounds meet optimized code; and frames of a simulation below it. */
const ROUNDS = 3;
const HOST_FRAMES = 100;

export async function stack(everywhere: Everywhere): Promise<Findings> {
  const guests = { ...recursion, ...nesting };
  const input: GuestsInput = { guests, rounds: ROUNDS, hostFrames: HOST_FRAMES, fuel: 30_000_000, maximumBytes: 128 << 20 };
  const answers = await runProgram<GuestsAnswer>(everywhere, "guests", input, { timeoutMs: 600_000 });
  const depths = await runProgram<Readonly<Record<string, number>>>(
    { ...everywhere, places: everywhere.places.slice(0, 1) },
    "depth",
    { most: 20_000 } satisfies DepthInput,
    { timeoutMs: 600_000 },
  );
  const headroom = await runProgram<HeadroomAnswer>(everywhere, "headroom", undefined);
  return {
    claims: [noOverflow(answers), sameEnds(answers), fewLost(answers), roomForHost(headroom)],
    figures: depths.map(
      ({ value }) =>
        `deepest that ends with a value: ${Object.entries(value)
          .map(([name, n]) => `${name} ${n}`)
          .join(", ")}`,
    ),
  };
}

function noOverflow(answers: readonly Answer<GuestsAnswer>[]): Claim {
  const wrong = exceptions(names(answers), (name) => {
    const where = answers.filter(({ value }) => value[name]?.some(({ hostOverflow }) => hostOverflow)).map(({ place }) => place);
    return where.length === 0 ? undefined : where.join(", ");
  });
  return {
    claim: "No guest program overflows the host's stack",
    holds: wrong === "",
    detail: wrong || `${names(answers).length} programs, ${ROUNDS} rounds each`,
  };
}

function sameEnds(answers: readonly Answer<GuestsAnswer>[]): Claim {
  const wrong = exceptions(names(answers), (name) => {
    const seen = new Set(answers.flatMap(({ value }) => (value[name] ?? []).map(({ end, text, counts }) => `${end} ${text} ${counts}`)));
    return seen.size === 1 ? undefined : [...seen].join(" / ");
  });
  return {
    claim: "Recursion and nesting of every kind end the same way, after the same counts, in every place and tier of compilation",
    holds: wrong === "",
    detail: wrong || answers.map(({ place }) => place).join(", "),
  };
}

/** A lost engine is a crashed process for the learner, where Node would have thrown: acceptable only where it is rare. */
function fewLost(answers: readonly Answer<GuestsAnswer>[]): Claim {
  const lost = names(answers).filter((name) =>
    answers.some(({ value }) => value[name]?.some(({ end }) => end === "stack" || end === "abort")),
  );
  return {
    claim: "Recursion without end is the guest's own RangeError, except through 100,000 iterator helpers around each other",
    holds: lost.every((name) => name === "iteratorHelper"),
    detail: `lost: ${lost.join(", ") || "none"}`,
  };
}

/** What the host does for the guest, it does on top of the guest's frames: in Chromium's worker, 20 % are 100 kB. */
function roomForHost(answers: readonly Answer<HeadroomAnswer>[]): Claim {
  const left = answers.map(({ place, value }) => {
    const percents = Object.entries(value.deepest).map(([name, frames]) => ({ name, percent: Math.round((frames / value.empty) * 100) }));
    return { place, percents, least: Math.min(...percents.map(({ percent }) => percent)) };
  });
  return {
    claim: "Where the guest has used up its stack, the host has at least 20 % of its own left",
    holds: left.every(({ least }) => least >= 20),
    detail: left
      .map(({ place, percents }) => `${place}: ${percents.map(({ name, percent }) => `${name} ${percent} %`).join(", ")}`)
      .join("; "),
  };
}

function names(answers: readonly Answer<GuestsAnswer>[]): string[] {
  return Object.keys(answers[0]?.value ?? {});
}
