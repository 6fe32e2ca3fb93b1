import type { Everywhere } from "../../cross-engine/everywhere.ts";
import { buildVariants } from "../builds.ts";
import type { Findings } from "../claim.ts";
import { briefly } from "../guest/work.ts";
import { runProgram } from "../places.ts";
import type { PriceAnswer, PriceInput } from "../programs/price.ts";

const MOST_PERCENT = 80;

/** The fastest of several rounds of each program, metered against unmetered. */
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
    const worst = Math.max(...percents.flatMap(({ rows }) => rows.flatMap(({ over }) => over)));
    return {
      claims: [{ claim: `Metering never costs more than ${MOST_PERCENT} %`, holds: worst <= MOST_PERCENT, detail: `at worst ${worst} %` }],
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
