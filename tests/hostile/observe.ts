/** Runs a hostile case and says what came of it, in JSON: the observed half of a comparison that Node and browsers share. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Runtime } from "../../sandbox/runtime/runtime.ts";
import type { Scenario } from "../../sandbox/scenario.ts";
import { simulate } from "../../sandbox/simulate.ts";
import type { InvokeEnded, Simplified, Trace } from "../../sandbox/trace/events.ts";
import { AGAIN, type HostileCase, TIMEOUT } from "./case.ts";

export interface Observed {
  /** The hostile invocation and the one after it. */
  readonly invocations: readonly ObservedInvocation[];
  /** Of the whole trace, so that two engines can be compared to the byte. */
  readonly traceDigest: string;
  readonly traceCharacters: number;
}

export interface ObservedInvocation {
  readonly environment: string | undefined;
  readonly status: InvokeEnded["status"] | undefined;
  readonly errorType?: string;
  readonly duration: number | undefined;
  readonly maxMemoryUsedMB: number | undefined;
  readonly payload: string;
  /** What the function and the platform wrote, shortened. */
  readonly logs: readonly string[];
  readonly logCharacters: number;
  readonly simplified: readonly Pick<Simplified, "what" | "amount">[];
}

const SHOWN = 3_000;

export function scenarioOf({ files, options, event, api, layers, http }: HostileCase): Scenario {
  const invoke = { type: "invoke", FunctionName: "hostile", ...(api === undefined ? {} : { api }) } as const;
  return {
    seed: 7,
    startsAt: "2026-11-22T07:00:00.000Z",
    functions: [{ FunctionName: "hostile", Runtime: "nodejs24.x", Handler: "index.handler", Timeout: TIMEOUT, ...options, files }],
    ...(layers === undefined ? {} : { layers }),
    ...(http === undefined ? {} : { http }),
    stimuli: [
      { ...invoke, Payload: event ?? "{}" },
      { ...invoke, Payload: AGAIN },
    ],
  };
}

export function observe(hostile: HostileCase, runtime: Runtime): Observed {
  const trace = simulate(scenarioOf(hostile), runtime);
  const text = JSON.stringify(trace);
  return {
    invocations: [0, 1].map((stimulus) => invocation(trace, stimulus)),
    traceDigest: bytesToHex(sha256(new TextEncoder().encode(text))),
    traceCharacters: text.length,
  };
}

function invocation(trace: Trace, stimulus: number): ObservedInvocation {
  const requested = trace.events.findIndex((event) => event.type === "invocation-requested" && event.stimulus === stimulus);
  const next = trace.events.findIndex((event, index) => index > requested && event.type === "invocation-requested");
  const events = trace.events.slice(requested, next < 0 ? undefined : next);
  const ended = events.find((event) => event.type === "invoke-ended");
  const responded = events.find((event) => event.type === "invocation-responded");
  const logs = events.filter((event) => event.type === "log").map(({ message }) => message);
  return {
    environment: responded?.environment,
    status: ended?.status,
    ...(ended?.errorType === undefined ? {} : { errorType: ended.errorType }),
    duration: ended?.duration,
    maxMemoryUsedMB: ended?.maxMemoryUsedMB,
    payload: responded?.Payload.slice(0, SHOWN) ?? "",
    logs: [...logs.slice(0, 30), ...logs.slice(30).slice(-10)].map((message) => message.slice(0, SHOWN)),
    logCharacters: logs.reduce((sum, message) => sum + message.length, 0),
    simplified: events.filter((event) => event.type === "simplified").map(({ what, amount }) => ({ what, amount })),
  };
}
