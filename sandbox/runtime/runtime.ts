/**
 * The port between Lambda and whatever runs a function's code. `lambda/` knows this and nothing of QuickJS.
 *
 * A process lives in virtual time. The simulation hands it an instant; it runs until it either has to wait for a later
 * instant (a timer) or its phase is over, and says where its own clock stood then: CPU time moves that clock on.
 *
 *   start ──► init ──► [waiting ⇄ resume] ──► initialized | failed
 *             invoke ─► [waiting ⇄ resume] ──► responded  | failed      (frozen in between)
 */
import type { CatalogueLayer } from "../lambda/layer-catalogue.ts";
import type { Exchange, HttpRequest, Lookup } from "../network/network.ts";
import type { Files, FunctionDefinition, LogLevel } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { Random } from "../time/random.ts";

export interface Runtime {
  start(options: ProcessOptions): Process;
  /** The files of a layer of the catalogue: path below /opt → text. */
  catalogueLayer(name: CatalogueLayer): Files;
  /** The deployment package that TypeScript sources are built to. Throws BuildRefused. */
  build(sources: Files): Files;
}

/** The sources cannot be built: nothing is deployed. The message is a Korean sentence that names the place. */
export class BuildRefused extends Error {}

export interface ProcessOptions {
  readonly definition: FunctionDefinition;
  /** The function's layers, merged: path below /opt → text. */
  readonly opt: Files;
  /** /tmp outlives a process that is lost; the environment owns it. */
  readonly tmp: Disk;
  /** The process's environment variables, complete: reserved ones, defaults and the function's own. */
  readonly env: Readonly<Record<string, string>>;
  readonly random: Random;
  /** When the process started. */
  readonly startedAt: Instant;
  /** The function's output, at the instant at which it is written. */
  readonly log: (entry: ProcessLog) => void;
  /** Bytes of a streamed answer, at the instant at which they leave the environment. */
  readonly streamed: (chunk: ProcessChunk) => void;
  /** What is outside of the process. */
  readonly network: ProcessNetwork;
  /** A short cut was taken (a `Simplified` event). */
  readonly simplified: (
    at: Instant,
    what: "work budget" | "log volume" | "network events" | "locale" | "time zone",
    amount: number,
  ) => void;
}

export interface ProcessLog {
  readonly at: Instant;
  /** As CloudWatch Logs stores it, without the final newline. */
  readonly message: string;
  /** Only where a console call wrote it. */
  readonly level?: LogLevel;
}

export interface ProcessChunk {
  readonly at: Instant;
  /** Not to be kept beyond the call, and not to be changed. */
  readonly bytes: Uint8Array;
}

export interface ProcessNetwork {
  lookup(hostname: string): Lookup;
  /** A request that is sent at this instant, and what will become of it. `id` tells the process's requests apart. */
  request(id: number, request: HttpRequest, at: Instant): Exchange;
  /** What became of it has reached the process. */
  answered(id: number, exchange: Exchange, at: Instant): void;
}

export interface Disk {
  /** Absolute path → content; a directory is null. */
  readonly files: Map<string, Uint8Array | null>;
}

export interface Invocation {
  readonly requestId: string;
  /** JSON text. */
  readonly event: string;
  readonly invokedFunctionArn: string;
  /** Absent where the request has no X-Ray header. */
  readonly traceId?: string;
  readonly clientContext?: string;
  /** Bytes that a streamed answer may have. */
  readonly streamLimit: number;
}

export interface Process {
  /** Loads the handler. At most once. Init runs at full speed whatever the memory (AWS's burst during Init). */
  init(at: Instant, deadline: Instant): Activity;
  /** Hands it an invocation; the process was frozen until now. */
  invoke(at: Instant, deadline: Instant, invocation: Invocation): Activity;
  /** Goes on at an instant that it was waiting for. */
  resume(at: Instant): Activity;
  /** The environment needs it no more: it was lost, or the environment is shut down. */
  end(): void;
  /** Its highest memory use so far, in MB, as REPORT shows it. */
  readonly maxMemoryUsedMB: number;
}

/** What a process does after it was given the CPU. `at`: its own clock, never before the instant it was handed. */
export type Activity =
  | { readonly state: "waiting"; readonly at: Instant; readonly until: Instant }
  | { readonly state: "initialized"; readonly at: Instant; readonly modules: Millis; readonly code: Millis }
  | { readonly state: "responded"; readonly at: Instant; readonly response: Response; readonly lost?: Exit }
  /** Init or an invocation did not come to an orderly end; the process is gone. */
  | { readonly state: "failed"; readonly at: Instant; readonly failure: Failure };

/** What the function answered. `payload` is JSON text. */
export type Response =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly errorType: string; readonly payload: string }
  | StreamedResponse;

/** The answer went piece by piece, through `ProcessOptions.streamed`. */
export interface StreamedResponse {
  readonly ok: "streamed";
  readonly contentType: string;
  /** `too large`: it went past `Invocation.streamLimit` and was cut off. `truncated`: its connection was closed before its end. */
  readonly ending:
    | { readonly how: "complete" | "truncated" | "too large" }
    /** An error after what had been written, told in trailers. `payload` is JSON text. */
    | { readonly how: "error"; readonly errorType: string; readonly payload: string };
}

export type Failure =
  /** The clock reached the deadline first. */
  | { readonly why: "timeout" }
  /** The memory was not enough: the kernel kills the process, or V8 aborts it. */
  | { readonly why: "out of memory" }
  /** A function that brings its own runtime brought none. */
  | { readonly why: "no entry point" }
  | { readonly why: "exit"; readonly exit: Exit }
  /** Reported by the runtime client to the Runtime API (init/error, or an invocation error followed by an exit). */
  | { readonly why: "reported"; readonly errorType: string; readonly payload: string; readonly exit: Exit };

export type Exit = { readonly code: number } | { readonly signal: Signal };

/** What ended a process, in the words of Lambda's supervisor (Go's syscall.Signal). */
export type Signal = "hangup" | "interrupt" | "aborted (core dumped)" | "killed" | "segmentation fault" | "terminated" | `signal ${number}`;

/**
 * Thrown out of a simulation that needs something which is not loaded: the name of a part of the guest's library. The edge
 * loads it and simulates again from zero, which is invisible because a run is a pure function.
 */
export class Needs extends Error {
  readonly what: readonly string[];
  constructor(what: readonly string[]) {
    super(`the simulation needs ${what.join(", ")}`);
    this.what = what;
  }
}
