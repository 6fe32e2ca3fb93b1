/** Observes cases in a dedicated worker in Chromium. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../cross-engine/bundle.ts";
import { openEverywhere } from "../cross-engine/everywhere.ts";
import type { Input, Progress } from "./program.ts";
import type { Report } from "./report.ts";

export interface InChromium {
  /** Why there is no Chromium here. */
  readonly skipped?: string;
  /** Observes the cases at these indices of CASES; what has no report did not end. */
  observe(cases: readonly number[]): Promise<ReadonlyMap<number, Report>>;
  close(): Promise<void>;
}

const QUICKJS = new URL("../../sandbox/runtime/quickjs/", import.meta.url);
const GUEST = fileURLToPath(new URL("guest/dist/", QUICKJS));

/** `limit`: milliseconds of real time that a case may take. */
export async function inChromium(limit: number): Promise<InChromium> {
  const script = await bundleProgram(fileURLToPath(new URL("program.ts", import.meta.url)));
  const library = guestLibrary();
  const engine = fileURLToPath(new URL("engine/dist/quickjs.wasm", QUICKJS));
  const files = { engine, ...Object.fromEntries(library.map((id) => [id, `${GUEST}${id}.js`])) };
  const everywhere = await openEverywhere(["chromium"]);
  const [chromium] = everywhere.places;
  const reason = everywhere.skipped[0]?.skipped;
  return {
    ...(reason === undefined ? {} : { skipped: reason }),
    async observe(cases) {
      const reports = new Map<number, Report>();
      const input: Input = { library, cases };
      const onProgress = (value: unknown) => {
        const { index, report } = value as Progress;
        reports.set(index, report);
      };
      const whole = await chromium?.run({ script, files, input, timeoutMs: limit * cases.length, onProgress });
      const failed = whole?.ok === false ? whole.message : "the worker did not come to it";
      for (const index of cases) if (!reports.has(index)) reports.set(index, { failed });
      return reports;
    },
    close: () => everywhere.close(),
  };
}

function guestLibrary(): readonly string[] {
  const files = readdirSync(GUEST, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  return files.map((file) => file.replace(/\.js$/, "").replaceAll("\\", "/"));
}
