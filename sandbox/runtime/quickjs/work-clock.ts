/**
 * A process's clock: it stands at an instant and goes on with the work that the engine does and with what the host charges on
 * top, at the pace of the function's share of a vCPU (cpu.ts).
 */
import type { Instant } from "../../time/instant.ts";
import { clockReadCost, countsIn, millisFor, WORK_BUDGET } from "./cpu.ts";
import type { Engine } from "./engine/instance.ts";

export class WorkClock {
  readonly #engine: () => Engine;
  /** The instant from which work is counted, and the fuel that was left at it. */
  #base: Instant = 0;
  #fuelAtBase = 0;
  /** Time of this phase that the work budget does not cover, in counts: charges are taken from it, work cannot be. */
  #reserve = 0;
  /** Charges taken from the reserve since `base`. */
  #aside = 0;
  /** Where the clock stands still: our own library is being evaluated. */
  #stopped: Instant | undefined;
  #share = 1;
  #deadline: Instant = 0;
  #budget = 0;
  #reads = 0;

  constructor(engine: () => Engine) {
    this.#engine = engine;
  }

  get deadline(): Instant {
    return this.#deadline;
  }

  /** Is there time before the deadline that the work budget does not reach? */
  get exceedsBudget(): boolean {
    return this.#reserve > 0;
  }

  get now(): Instant {
    return this.#stopped ?? this.#base + millisFor(this.#fuelAtBase - this.#engine().fuel + this.#aside, this.#share);
  }

  /** A phase begins: `share` of a vCPU until `deadline`. */
  begin(at: Instant, deadline: Instant, share: number): void {
    this.#base = at;
    this.#deadline = deadline;
    this.#share = share;
    this.#budget = WORK_BUDGET;
    this.#reads = 0;
  }

  /** The process waited until `at`. */
  advance(at: Instant): void {
    this.#base = at;
  }

  /** Gives the engine the fuel for the time until the deadline, or for what is left of the budget. */
  start(): void {
    const counts = countsIn(this.#deadline - this.#base, this.#share);
    this.#fuelAtBase = Math.min(this.#budget, counts);
    this.#reserve = counts - this.#fuelAtBase;
    this.#aside = 0;
    this.#engine().fuel = this.#fuelAtBase;
  }

  /** The clock as the guest reads it, which takes time. */
  read(): Instant {
    if (this.#stopped === undefined) {
      this.#reads += 1;
      this.#charge(clockReadCost(this.#reads));
    }
    return this.now;
  }

  /** Turns the work done since `start` into time. */
  settle(): Instant {
    const at = Math.min(this.now, this.#deadline);
    const { fuel } = this.#engine();
    this.#budget -= this.#fuelAtBase - fuel;
    this.#base = at;
    this.#fuelAtBase = fuel;
    this.#aside = 0;
    return at;
  }

  /** Lets time pass that is not the engine's work, in milliseconds. */
  pass(duration: number): void {
    this.#charge(countsIn(duration, this.#share));
  }

  /** Runs code of ours that costs the learner nothing. */
  unmetered<T>(run: () => T): T {
    const outer = this.#stopped;
    this.#stopped ??= this.now;
    try {
      return this.#engine().unmetered(run);
    } finally {
      this.#stopped = outer;
    }
  }

  /** Counts against the deadline, and against the work budget last. */
  #charge(counts: number): void {
    const aside = Math.min(this.#reserve, counts);
    this.#reserve -= aside;
    this.#aside += aside;
    this.#engine().charge(counts - aside);
  }
}
