import type { Everywhere } from "../../cross-engine/everywhere.ts";
import type { Findings } from "../claim.ts";
import { runWatched } from "../places.ts";
import type { DropInput } from "../programs/drop.ts";

const ROUNDS = 500;
const MB = 1 << 20;
/** 500 engines of 20 MB would be 10 GB if nothing came back. */
const MOST = 1024 * MB;

export async function drop(everywhere: Everywhere): Promise<Findings> {
  const answers = await runWatched<Readonly<Record<string, number>>>(everywhere, "drop", { rounds: ROUNDS } satisfies DropInput);
  return {
    claims: [
      {
        claim: `${ROUNDS} engines of 20 MB, each dropped in mid-run, never take more than ${MOST / MB} MB together`,
        holds: answers.every(({ value, growth }) => value.fuel === ROUNDS && (growth ?? 0) <= MOST),
        detail: answers
          .map(({ place, growth }) => `${place} ${growth === undefined ? "?" : Math.round(growth / MB)} MB at most`)
          .join(", "),
      },
    ],
  };
}
