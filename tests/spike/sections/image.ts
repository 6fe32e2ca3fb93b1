import type { Everywhere } from "../../cross-engine/everywhere.ts";
import type { Findings } from "../claim.ts";
import { runProgram } from "../places.ts";
import type { ImageAnswer } from "../programs/image.ts";

export async function image(everywhere: Everywhere): Promise<Findings> {
  const answers = await runProgram<ImageAnswer>(everywhere, "image", undefined);
  return {
    claims: [
      {
        claim: "An engine restored from a memory image has the guest's functions, classes, pending promises and host functions",
        holds: answers.every(({ value }) => value.answer === "42:12:1"),
        detail: answers.map(({ place, value }) => `${place} ${value.answer}`).join(", "),
      },
      {
        claim: "The same work costs the same counts in the original and in the copy",
        holds: answers.every(({ value }) => value.counts[0] === value.counts[1]),
        detail: answers.map(({ place, value }) => `${place} ${value.counts.join(" = ")}`).join(", "),
      },
    ],
    figures: answers.map(
      ({ place, value }) =>
        `${place}: evaluating ${Math.round(value.sourceBytes / 1000)} kB of JavaScript ${value.bootMs.toFixed(1)} ms, taking the image ${value.takeMs.toFixed(1)} ms, ` +
        `restoring it ${value.restoreMs.toFixed(2)} ms, ${Math.round(value.imageBytes / 1024)} kB`,
    ),
  };
}
