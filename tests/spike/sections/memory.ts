import { type Everywhere, openEverywhere } from "../../cross-engine/everywhere.ts";
import { exceptions, type Findings } from "../claim.ts";
import { bombs } from "../guest/bombs.ts";
import { runProgram, runWatched } from "../places.ts";
import type { BombInput } from "../programs/bomb.ts";
import type { GuestsAnswer, GuestsInput } from "../programs/guests.ts";

const MB = 1 << 20;
const MAXIMUM = 64 * MB;

/** Bombs whose effect on the process is watched, each in processes of its own. */
const WATCHED = ["arrays", "strings", "ArrayBuffers", "BigInts", "Map", "closures"];
const ALLOWANCE = 64 * MB;

export async function memory(everywhere: Everywhere): Promise<Findings> {
  const wrong = await unlikeOthers(everywhere);
  const growth = await growths();
  return {
    claims: [
      {
        claim:
          "A memory bomb of any kind of value loses the engine for “memory”, after the same counts in every place, never above its maximum",
        holds: wrong === "",
        detail: wrong || `${Object.keys(bombs).length} kinds at ${MAXIMUM / MB} MB`,
      },
      {
        claim: `The process grows by no more than ${ALLOWANCE / MB} MB beyond the engine's maximum`,
        holds: growth.every(({ bytes }) => bytes === undefined || bytes <= MAXIMUM + ALLOWANCE),
        detail: growth
          .map(({ place, name, bytes }) => `${place} ${name} ${bytes === undefined ? "?" : Math.round(bytes / MB)} MB`)
          .join(", "),
      },
    ],
  };
}

async function unlikeOthers(everywhere: Everywhere): Promise<string> {
  const input: GuestsInput = { guests: bombs, rounds: 1, maximumBytes: MAXIMUM };
  const answers = await runProgram<GuestsAnswer>(everywhere, "guests", input, { timeoutMs: 300_000 });
  return exceptions(Object.keys(bombs), (name) => {
    const outcomes = answers.flatMap(({ value }) => value[name] ?? []);
    const seen = new Set(outcomes.map(({ end, text, counts, memoryBytes }) => `${end} ${text} ${counts} ${memoryBytes}`));
    return seen.size === 1 && outcomes.every(({ end, memoryBytes }) => end === "memory" && memoryBytes <= MAXIMUM)
      ? undefined
      : [...seen].join(" / ");
  });
}

async function growths(): Promise<{ readonly place: string; readonly name: string; readonly bytes: number | undefined }[]> {
  const grown: { place: string; name: string; bytes: number | undefined }[] = [];
  for (const name of WATCHED) {
    const fresh = await openEverywhere();
    try {
      const input: BombInput = { code: bombs[name] ?? "", maximumBytes: MAXIMUM };
      for (const { place, growth } of await runWatched<string>(fresh, "bomb", input)) grown.push({ place, name, bytes: growth });
    } finally {
      await fresh.close();
    }
  }
  return grown;
}
