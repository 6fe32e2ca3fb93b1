/** Samples of metrics, by metric and period, before statistics are made of them. */
import type { Instant, Millis } from "../../time/instant.ts";

export type Unit = "Count" | "Milliseconds" | "Seconds" | "Percent" | "None";

export interface MetricName {
  readonly Namespace: "AWS/Lambda" | "AWS/SQS";
  readonly MetricName: string;
  readonly Dimensions: Readonly<Record<string, string>>;
  readonly Unit: Unit;
}

export interface Series extends MetricName {
  readonly periods: readonly (readonly [Instant, number[]])[];
}

export class MetricSamples {
  readonly #period: Millis;
  readonly #series = new Map<string, MetricName & { readonly byPeriod: Map<Instant, number[]> }>();

  constructor(period: Millis) {
    this.#period = period;
  }

  add(name: MetricName, at: Instant, value: number): void {
    const key = `${name.Namespace} ${name.MetricName} ${Object.values(name.Dimensions).join(" ")}`;
    let series = this.#series.get(key);
    if (series === undefined) {
      series = { ...name, byPeriod: new Map() };
      this.#series.set(key, series);
    }
    const begins = Math.floor(at / this.#period) * this.#period;
    const values = series.byPeriod.get(begins);
    if (values === undefined) series.byPeriod.set(begins, [value]);
    else values.push(value);
  }

  series(): readonly Series[] {
    return [...this.#series.values()].map(({ byPeriod, ...name }) => ({ ...name, periods: [...byPeriod].sort(([a], [b]) => a - b) }));
  }
}

/** A number that stands between its changes: every period that it lasts through has a sample of it too. */
export class Gauge {
  readonly #samples: MetricSamples;
  readonly #name: MetricName;
  readonly #period: Millis;
  #value = 0;
  #told: Instant | undefined;

  constructor(samples: MetricSamples, name: MetricName, period: Millis) {
    this.#samples = samples;
    this.#name = name;
    this.#period = period;
  }

  get value(): number {
    return this.#value;
  }

  set(at: Instant, value: number): void {
    this.until(at);
    this.#value = value;
    this.#tell(at);
  }

  /** Tells of the periods that have begun since the last change. Zero is told once. */
  until(at: Instant): void {
    if (this.#told === undefined || this.#value === 0) return;
    for (let next = this.#after(this.#told); next <= at; next = this.#after(next)) this.#tell(next);
  }

  #after(at: Instant): Instant {
    return (Math.floor(at / this.#period) + 1) * this.#period;
  }

  #tell(at: Instant): void {
    this.#samples.add(this.#name, at, this.#value);
    this.#told = at;
  }
}
