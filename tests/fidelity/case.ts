/** A sentence of fidelity.md as data: what happens, what of its trace is looked at, and what AWS was seen to do. */
import type { Files, RuntimeIdentifier, Stimulus } from "../../sandbox/scenario.ts";
import type { Trace } from "../../sandbox/trace/events.ts";
import { type Options, run } from "../harness.ts";
import type { Recorded } from "./recorded.ts";

export interface FidelityCase {
  /** Of fidelity.md, such as "1.4". */
  readonly section: string;
  /** The sentence. */
  readonly title: string;
  /** Where the expected values alone do not stand in fidelity.md: the words there that they follow from. */
  readonly says?: Recorded;
  readonly files: Files | string;
  readonly options?: Options;
  readonly stimuli?: readonly Stimulus[];
  /** Holds only under these settings; under the others something else must happen. */
  readonly only?: Partial<Configuration>;
  readonly see: (trace: Trace) => readonly unknown[] | string | undefined;
  /** One for each thing seen: a recorded string, or a value that follows from the case itself. */
  readonly expected: readonly unknown[] | Recorded | string;
}

/** The two switches of fidelity.md §0.1 that a scenario has. */
export interface Configuration {
  readonly Runtime: RuntimeIdentifier;
  readonly platformLogStyle: "new" | "legacy";
}

const RUNTIMES = ["nodejs22.x", "nodejs24.x"] as const;
const STYLES = ["new", "legacy"] as const;

export const CONFIGURATIONS: readonly Configuration[] = RUNTIMES.flatMap((Runtime) =>
  STYLES.map((platformLogStyle) => ({ Runtime, platformLogStyle })),
);

export function holdsIn({ only = {} }: FidelityCase, configuration: Configuration): boolean {
  return (
    (only.Runtime === undefined || only.Runtime === configuration.Runtime) &&
    (only.platformLogStyle === undefined || only.platformLogStyle === configuration.platformLogStyle)
  );
}

export function observe(fidelityCase: FidelityCase, { Runtime, platformLogStyle }: Configuration): readonly unknown[] {
  const { files, options, stimuli, see } = fidelityCase;
  const trace = run(files, { ...options, Runtime, history: { ...options?.history, platformLogStyle } }, stimuli);
  const seen = see(trace);
  return Array.isArray(seen) ? seen : [seen];
}

/** Where what was seen is not what was recorded: a sentence. */
export function difference(fidelityCase: FidelityCase, seen: readonly unknown[]): string | undefined {
  const { expected } = fidelityCase;
  const wanted: readonly unknown[] = Array.isArray(expected) ? expected : [expected];
  if (seen.length !== wanted.length) return `saw ${seen.length} things instead of ${wanted.length}: ${JSON.stringify(seen, null, 1)}`;
  for (const [index, value] of wanted.entries()) {
    const actual = seen[index];
    if (isRecorded(value)) {
      if (typeof actual !== "string" || !value.pattern.test(actual)) {
        return `${JSON.stringify(actual)}\nis not as recorded:\n${JSON.stringify(value.quotation)}\n${value.pattern}`;
      }
    } else if (JSON.stringify(actual) !== JSON.stringify(value)) {
      return `${JSON.stringify(actual)}\nis not\n${JSON.stringify(value)}`;
    }
  }
  return undefined;
}

function isRecorded(value: unknown): value is Recorded {
  return typeof value === "object" && value !== null && "quotation" in value;
}
