/** Timing, as the benchmark prints it: the median of several rounds, so that one pause of the machine does not speak for all. */

export function medianMillis(rounds: number, run: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export interface Figure {
  readonly what: string;
  readonly value: string;
  /** What issue or design asks for, where they do. */
  readonly aim?: string;
}

export function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const { what, value, aim } of figures) console.log(`  ${what.padEnd(width)}  ${value}${aim ? `   (aim: ${aim})` : ""}`);
}
