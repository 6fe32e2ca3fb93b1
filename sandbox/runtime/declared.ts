/**
 * A runtime without code: how long an invocation takes and what becomes of it is in the function's definition, so that a
 * hundred thousand invocations are a matter of seconds.
 *
 * Simplified: a declared function writes no log lines of its own; it has platform lines only.
 */
import type { DeclaredBehaviour, DeclaredFailure, FunctionDefinition } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import type { Activity, Invocation, Process, ProcessOptions } from "./runtime.ts";

/** Milliseconds that loading the code takes where the definition does not say. */
const INIT: Millis = 120;
const MEMORY_USED_MB = 64;

export function startDeclared(options: ProcessOptions, declared: DeclaredBehaviour): Process {
  return new DeclaredProcess(options, declared);
}

class DeclaredProcess implements Process {
  readonly #options: ProcessOptions;
  readonly #declared: DeclaredBehaviour;
  readonly #memorySize: number;
  #outOfMemory = false;

  constructor(options: ProcessOptions, declared: DeclaredBehaviour) {
    this.#options = options;
    this.#declared = declared;
    this.#memorySize = options.definition.MemorySize ?? 128;
  }

  get maxMemoryUsedMB(): number {
    if (this.#outOfMemory) return this.#memorySize;
    return Math.min(this.#memorySize, this.#declared.memoryUsedMB ?? MEMORY_USED_MB);
  }

  init(at: Instant, deadline: Instant): Activity {
    const ends = at + drawn(this.#declared.init ?? INIT, this.#options.random);
    if (ends >= deadline) return timedOut(deadline);
    return { state: "initialized", at: ends, modules: 0, code: ends - at };
  }

  invoke(at: Instant, deadline: Instant, invocation: Invocation): Activity {
    const { random, definition } = this.#options;
    const ends = at + drawn(this.#declared.duration, random);
    const failure = failureOf(this.#declared, definition, invocation, random);
    if (failure?.how === "timeout" || ends >= deadline) return timedOut(deadline);
    if (failure?.how === "out of memory") {
      this.#outOfMemory = true;
      return { state: "failed", at: ends, failure: { why: "out of memory" } };
    }
    if (failure !== undefined) return { state: "responded", at: ends, response: { ok: false, ...errorOf(failure.how) } };
    return { state: "responded", at: ends, response: { ok: true, payload: this.#declared.result ?? "null" } };
  }

  resume(): Activity {
    throw new Error("declared: a process that never waits was told to go on");
  }

  end(): void {
    // Nothing is held.
  }
}

const timedOut = (at: Instant): Activity => ({ state: "failed", at, failure: { why: "timeout" } });

function drawn(span: Millis | readonly [Millis, Millis], random: Random): Millis {
  return typeof span === "number" ? span : random.between(span[0], span[1]);
}

/** The first that fits. One whose share is 1 draws nothing, so that it does not shift what is drawn after it. */
function failureOf(
  { failures = [] }: DeclaredBehaviour,
  definition: FunctionDefinition,
  { requestId, event }: Invocation,
  random: Random,
): DeclaredFailure | undefined {
  const attempt = failures.some(({ firstAttempts }) => firstAttempts !== undefined) ? countAttempt(definition, requestId) : 1;
  return failures.find(({ share = 1, eventContains, firstAttempts }) => {
    if (eventContains !== undefined && !event.includes(eventContains)) return false;
    if (firstAttempts !== undefined && attempt > firstAttempts) return false;
    return share >= 1 || random.unit() < share;
  });
}

/** By the definition, which is made anew for each simulation and each update: attempts go from one environment to another. */
const ATTEMPTS = new WeakMap<FunctionDefinition, Map<string, number>>();

function countAttempt(definition: FunctionDefinition, requestId: string): number {
  const attempts = ATTEMPTS.get(definition) ?? new Map<string, number>();
  ATTEMPTS.set(definition, attempts);
  const attempt = (attempts.get(requestId) ?? 0) + 1;
  attempts.set(requestId, attempt);
  return attempt;
}

/** As the runtime client tells an error, with the first line of its stack only: there is no code that it could have come from. */
function errorOf({ errorType, errorMessage }: { readonly errorType: string; readonly errorMessage: string }): {
  readonly errorType: string;
  readonly payload: string;
} {
  return { errorType, payload: JSON.stringify({ errorType, errorMessage, trace: [`${errorType}: ${errorMessage}`] }) };
}
