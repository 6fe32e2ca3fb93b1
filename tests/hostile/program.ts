/** Observes hostile cases wherever tests/cross-engine runs it, one after the other; each is told as soon as it has ended. */
import { everyPart } from "../../sandbox/parts/every.ts";
import { quickjsRuntime } from "../../sandbox/runtime/quickjs/runtime.ts";
import { ALL_CODECS } from "../cross-engine/codecs.ts";
import type { Program } from "../cross-engine/program.ts";
import { CASES } from "./cases/index.ts";
import { observe } from "./observe.ts";
import { type Report, report } from "./report.ts";

export interface Input {
  /** The parts of the guest's library: names of files. */
  readonly library: readonly string[];
  /** Indices of CASES. */
  readonly cases: readonly number[];
}

export interface Progress {
  readonly index: number;
  readonly report: Report;
}

export const program: Program = async (platform, input) => {
  const { library, cases } = input as Input;
  const sources = new Map<string, string>();
  for (const id of library) sources.set(id, new TextDecoder().decode(await platform.file(id)));
  const runtime = quickjsRuntime({
    engine: await WebAssembly.compile(await platform.file("engine")),
    library: {
      source(id) {
        const source = sources.get(id);
        if (source === undefined) throw new Error(`the library has no ${id}`);
        return source;
      },
      codec: (name) => ALL_CODECS[name],
      part: everyPart,
    },
  });
  for (const index of cases) {
    const progress: Progress = { index, report: report(CASES[index], (hostile) => observe(hostile, runtime), platform.now) };
    platform.progress(progress);
  }
  return null;
};
