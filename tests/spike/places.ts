/** Runs one of programs/ in every place and hands back what each answered. */
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../cross-engine/bundle.ts";
import type { Everywhere } from "../cross-engine/everywhere.ts";
import type { Place, PlaceName } from "../cross-engine/program.ts";
import { ENGINE } from "./builds.ts";
import { watchMemory } from "./process-memory.ts";

export interface Answer<T> {
  readonly place: PlaceName;
  readonly value: T;
}

export interface RunOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** One place after the other: they share the machine. A program that fails somewhere stops the spike. */
export async function runProgram<T>(everywhere: Everywhere, name: string, input: unknown, options: RunOptions = {}): Promise<Answer<T>[]> {
  const answers: Answer<T>[] = [];
  for (const place of everywhere.places) answers.push({ place: place.name, value: await runIn<T>(place, name, input, options) });
  return answers;
}

/** As runProgram, with what the place's processes grew by from the program's progress "ready" on. */
export async function runWatched<T>(
  everywhere: Everywhere,
  name: string,
  input: unknown,
): Promise<(Answer<T> & { growth: number | undefined })[]> {
  const answers: (Answer<T> & { growth: number | undefined })[] = [];
  for (const place of everywhere.places) {
    const watch = watchMemory();
    const value = await runIn<T>(place, name, input, {}, (progress) => progress === "ready" && watch.mark());
    answers.push({ place: place.name, value, growth: watch.stop() });
  }
  return answers;
}

async function runIn<T>(place: Place, name: string, input: unknown, options: RunOptions, heard?: (progress: unknown) => void): Promise<T> {
  const script = await bundleProgram(fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url)));
  let last: unknown;
  const report = await place.run({
    script,
    files: { engine: ENGINE, ...options.files },
    input,
    timeoutMs: options.timeoutMs ?? 180_000,
    onProgress: (value) => {
      last = value;
      heard?.(value);
    },
  });
  if (!report.ok) throw new Error(`${name} in ${place.name}, at ${JSON.stringify(last)}: ${report.message}`);
  // The program's declared answer: both sides are ours.
  return report.value as T;
}
