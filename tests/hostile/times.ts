/** How long the cases took in real time: written down at each run of the tests, where the benchmark looks for the slowest. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { HostileCase } from "./case.ts";

export interface Timed {
  readonly name: string;
  readonly milliseconds: number;
}

/** A case among all of them. */
export const titleIn = ({ kind, name }: HostileCase): string => `${kind}: ${name}`;

type Place = "node" | "chromium";

const FOLDER = new URL("../../test-results/", import.meta.url);
const fileOf = (place: Place) => new URL(`hostile-${place}.json`, FOLDER);

export function recordTimes(place: Place, times: readonly Timed[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(place), JSON.stringify(bySlowness(times), null, 1));
}

/** The slowest cases of the last run of the tests; undefined where they have not been run. */
export function slowest(place: Place, count: number): readonly Timed[] | undefined {
  try {
    return (JSON.parse(readFileSync(fileOf(place), "utf8")) as Timed[]).slice(0, count);
  } catch {
    // No record: `npm test` writes one.
    return undefined;
  }
}

const bySlowness = (times: readonly Timed[]) => times.toSorted((a, b) => b.milliseconds - a.milliseconds);
