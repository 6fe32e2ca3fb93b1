/**
 * Node's event loop in virtual time, around the guest: after every callback the queue of process.nextTick, then the promise jobs,
 * then rejections that nobody handles; between callbacks the timers that are due, then immediates; when only a later timer is
 * left the process waits; when nothing is left it is asked once more (`beforeExit`) and then exits.
 */
import type { Instant } from "../../time/instant.ts";
import type { Engine, Value } from "./engine/instance.ts";
import type { EntryName } from "./guest/host.ts";
import { pendingRejections } from "./rejections.ts";
import { processTimers } from "./timers.ts";

export interface LoopOwner {
  readonly engine: () => Engine;
  readonly entries: Readonly<Record<EntryName, Value>>;
  readonly now: () => Instant;
  /** Whether the process may be frozen: then the loop stops where it is. */
  readonly isParked: () => boolean;
  /** Between two turns; may throw to end the process. */
  readonly betweenTurns: () => void;
  /** Nothing is left to run, and nothing to wait for. */
  readonly ranDry: () => never;
  readonly exit: (code: number) => never;
}

/** Node's exit code where an exception is thrown while one is being handled. */
const EXCEPTION_IN_HANDLER = 7;

export class EventLoop {
  readonly timers = processTimers();
  readonly rejections;
  readonly #owner: LoopOwner;
  #ticks = false;
  #immediates = 0;

  constructor(owner: LoopOwner) {
    this.#owner = owner;
    this.rejections = pendingRejections(owner.engine);
  }

  /** process.nextTick has something to run. */
  requestTick(): void {
    this.#ticks = true;
  }

  /** One more call of setImmediate. */
  requestImmediate(): void {
    this.#immediates += 1;
  }

  /** Runs until the process is parked (undefined) or has to wait (until when). */
  run(): Instant | undefined {
    for (;;) {
      this.#drain();
      this.#owner.betweenTurns();
      if (this.#owner.isParked()) return undefined;
      const due = this.timers.takeDue(this.#owner.now());
      if (due !== undefined) {
        this.enter("runTimer", due);
      } else if (this.#immediates > 0) {
        this.#checkPhase();
      } else {
        const next = this.timers.next;
        if (next !== undefined) return next;
        this.#beforeExit();
      }
    }
  }

  #checkPhase(): void {
    const turn = this.#immediates;
    this.#immediates = 0;
    for (let index = 0; index < turn && !this.#owner.isParked(); index += 1) {
      this.enter("runImmediates");
      this.#drain();
    }
  }

  #beforeExit(): void {
    this.enter("beforeExit");
    this.#drain();
    const goesOn = this.#owner.isParked() || this.#immediates > 0 || this.timers.next !== undefined;
    if (!goesOn) this.#owner.ranDry();
  }

  /** process.nextTick, promise jobs, unhandled rejections: until none is left. */
  #drain(): void {
    for (;;) {
      if (this.#ticks) {
        this.#ticks = false;
        this.enter("runTicks");
      }
      if (this.#engine.hasJobs) this.#runJobs();
      if (this.#ticks || this.#engine.hasJobs) continue;
      if (this.rejections.size === 0) return;
      this.#reportRejections();
    }
  }

  /** Those of this moment: what a listener rejects comes after the promise jobs that follow. */
  #reportRejections(): void {
    for (let open = this.rejections.size; open > 0; open -= 1) {
      const rejection = this.rejections.take();
      if (rejection !== undefined) this.#call("rejectionUnhandled", [rejection.promise, rejection.reason]);
    }
  }

  #runJobs(): void {
    const result = this.#engine.runJobs(-1);
    const error = this.#engine.exception(result);
    if (error !== undefined) this.#call("uncaught", [error]);
    this.#engine.free(result);
  }

  /** The client loads and calls the function after an await of its own: promise jobs come before process.nextTick there. */
  enterInMicrotask(entry: EntryName, ...args: readonly (string | number)[]): void {
    this.enter(entry, ...args);
    if (this.#engine.hasJobs) this.#runJobs();
  }

  /** Calls a function of the guest's. */
  enter(entry: EntryName, ...args: readonly (string | number)[]): void {
    this.#call(
      entry,
      args.map((arg) => (typeof arg === "string" ? this.#engine.newString(arg) : this.#engine.newNumber(arg))),
    );
  }

  #call(entry: EntryName, args: readonly Value[]): void {
    const result = this.#engine.call(this.#owner.entries[entry], args);
    const error = this.#engine.exception(result);
    for (const value of args) this.#engine.free(value);
    if (error !== undefined) this.#uncaughtIn(entry, error);
    this.#engine.free(result);
  }

  /** Our guest code lets a learner's exception through where Node would see it uncaught; a second one ends the process. */
  #uncaughtIn(entry: EntryName, error: Value): void {
    if (entry === "uncaught" || entry === "rejectionUnhandled") this.#owner.exit(EXCEPTION_IN_HANDLER);
    this.#call("uncaught", [error]);
  }

  get #engine(): Engine {
    return this.#owner.engine();
  }
}
