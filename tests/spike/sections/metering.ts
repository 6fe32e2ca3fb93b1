import type { Everywhere } from "../../cross-engine/everywhere.ts";
import { type Claim, exceptions, type Findings } from "../claim.ts";
import { ALL_FUEL } from "../guest/run-guest.ts";
import { endless, work } from "../guest/work.ts";
import { type Answer, runProgram } from "../places.ts";
import type { GuestsAnswer, GuestsInput } from "../programs/guests.ts";

/** Work that an endless loop gets before it is stopped. */
const FUEL = 50_000_000;

export async function metering(everywhere: Everywhere): Promise<Findings> {
  const worked = await runProgram<GuestsAnswer>(everywhere, "guests", { guests: work, rounds: 3 } satisfies GuestsInput);
  const stopped = await runProgram<GuestsAnswer>(everywhere, "guests", { guests: endless, rounds: 1, fuel: FUEL } satisfies GuestsInput);
  return {
    claims: [sameCounts(worked), allStopped(stopped)],
    figures: [...stopped.map(slowest), ...worked.map(countsPerSecond), ...Object.keys(work).map((name) => countsOf(name, worked))],
  };
}

function sameCounts(answers: readonly Answer<GuestsAnswer>[]): Claim {
  const wrong = exceptions(Object.keys(work), (name) => {
    const seen = new Set(answers.flatMap(({ value }) => (value[name] ?? []).map(({ end, text, counts }) => `${end} ${text} ${counts}`)));
    return seen.size === 1 ? undefined : [...seen].join(" / ");
  });
  return {
    claim: "The same work costs the same counts in every place and on every run, and gives the same answer",
    holds: wrong === "",
    detail: wrong || `${Object.keys(work).length} programs, 3 runs each, in ${answers.map(({ place }) => place).join(", ")}`,
  };
}

function allStopped(answers: readonly Answer<GuestsAnswer>[]): Claim {
  const wrong = exceptions(Object.keys(endless), (name) => {
    const ends = answers.flatMap(({ value }) => (value[name] ?? []).map(({ end, text }) => `${end}${text && ` ${text}`}`));
    return ends.every((end) => end === "fuel") ? undefined : ends.join(" / ");
  });
  return {
    claim: "Loops inside built-ins end when the fuel is spent",
    holds: wrong === "",
    detail: wrong || `${Object.keys(endless).length} programs with ${FUEL / 1e6} million counts`,
  };
}

function slowest({ place, value }: Answer<GuestsAnswer>): string {
  const all = Object.entries(value).map(([name, rounds]) => ({ name, perCount: (Math.min(...rounds.map(({ ms }) => ms)) * 1e6) / FUEL }));
  const worst = all.toSorted((a, b) => b.perCount - a.perCount).slice(0, 5);
  return `most nanoseconds per count, ${place}: ${worst.map(({ name, perCount }) => `${name} ${perCount.toFixed(1)}`).join(", ")}`;
}

function countsPerSecond({ place, value }: Answer<GuestsAnswer>): string {
  const rates = Object.entries(value).map(([name, rounds]) => {
    const fastest = Math.min(...rounds.map(({ ms }) => ms));
    return `${name} ${Math.round((rounds[0]?.counts ?? 0) / fastest / 1000)}`;
  });
  return `million counts per second, ${place}: ${rates.join(", ")}`;
}

function countsOf(name: string, answers: readonly Answer<GuestsAnswer>[]): string {
  return `${name}: ${answers[0]?.value[name]?.[0]?.counts} of ${ALL_FUEL} counts`;
}
