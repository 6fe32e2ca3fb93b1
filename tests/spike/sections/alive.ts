import type { Everywhere } from "../../cross-engine/everywhere.ts";
import type { Findings } from "../claim.ts";
import { runProgram, runWatched } from "../places.ts";
import type { AliveAnswer, AliveInput } from "../programs/alive.ts";

const REQUIRED = 64;
const TRIED = 200;
const MB = 1 << 20;

export async function alive(everywhere: Everywhere): Promise<Findings> {
  const watched = await runWatched<AliveAnswer>(everywhere, "alive", { most: REQUIRED } satisfies AliveInput);
  const tried = await runProgram<AliveAnswer>(everywhere, "alive", { most: TRIED } satisfies AliveInput);
  return {
    claims: [
      {
        claim: `${REQUIRED} engines live in one thread at once, each with its own state`,
        holds: [...watched, ...tried].every(({ value }) => value.alive >= REQUIRED && value.intact === value.alive),
        detail: tried
          .map(({ place, value }) => `${place} ${value.alive} of ${TRIED}${value.refusal && ` (then ${value.refusal})`}`)
          .join(", "),
      },
    ],
    figures: watched.map(({ place, value, growth }) => {
      const grown = growth === undefined ? "not measured" : `${(growth / MB).toFixed(1)} MB`;
      return `${place}: ${value.alive} engines take ${grown}; an engine's image has ${Math.round(value.bytesEach / 1024)} kB`;
    }),
  };
}
