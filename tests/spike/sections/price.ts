import type { Everywhere } from "../../cross-engine/everywhere.ts";
import { buildVariants } from "../builds.ts";
import type { Findings } from "../claim.ts";
import { briefly } from "../guest/work.ts";
import { runProgram } from "../places.ts";
import type { PriceAnswer, PriceInput } from "../programs/price.ts";

/** The fastest of many rounds of each program, metered against unmetered. Figures only: they are the machine's. */
export async function price(everywhere: Everywhere): Promise<Findings> {
  const variants = await buildVariants();
  const builds = Object.keys(variants.files);
  try {
    const answers = await runProgram<PriceAnswer>(
      everywhere,
      "price",
      { guests: briefly, builds, rounds: 60 } satisfies PriceInput,
      variants,
    );
    const percents = answers.map(({ place, value }) => ({
      place,
      rows: Object.entries(value).map(([guest, ms]) => ({ guest, over: builds.map((build) => percentOver(ms, build, builds[0] ?? "")) })),
    }));
    return {
      claims: [],
      figures: percents.map(
        ({ place, rows }) =>
          `${place}, ${builds.slice(1).join(" / ")}: ${rows.map(({ guest, over }) => `${guest} ${over.slice(1).join(" / ")} %`).join(", ")}`,
      ),
    };
  } finally {
    await variants.remove();
  }
}

function percentOver(ms: Readonly<Record<string, number>>, build: string, base: string): number {
  return Math.round(((ms[build] ?? Number.NaN) / (ms[base] ?? Number.NaN) - 1) * 100);
}
