/**
 * The X-Ray header that a function gets, and what Lambda itself samples (developer guide, "Visualize Lambda function invocations
 * using AWS X-Ray"; fidelity.md §3.3).
 *
 *   Root=1-<seconds>-<24 hex digits>;Parent=<segment>;Sampled=<0|1>;Lineage=1:<8 hex digits>:0
 */
import type { TracingConfig } from "../scenario.ts";
import type { Instant } from "../time/instant.ts";
import { hexDigits, type Random } from "../time/random.ts";
import { TRACING_SAMPLE } from "./quotas.ts";

export interface TraceContext {
  /** As the Runtime API hands it on: the value of `_X_AMZN_TRACE_ID`. */
  readonly header: string;
  /** What REPORT names: only of a request that Lambda's active tracing samples. */
  readonly segment?: { readonly TraceId: string; readonly SegmentId: string };
}

export interface Tracer {
  /** `upstream`: the X-Amzn-Trace-Id header of the request. */
  trace(FunctionName: string, at: Instant, mode: TracingConfig["Mode"], upstream: string | undefined): TraceContext;
}

export function tracer(random: Random): Tracer {
  /** The second in which a function was sampled last, and how often. */
  const sampledIn = new Map<string, { second: number; count: number }>();

  const samples = (FunctionName: string, at: Instant): boolean => {
    const second = Math.floor(at / 1000);
    const known = sampledIn.get(FunctionName);
    const last = known?.second === second ? known : { second, count: 0 };
    if (last.count >= TRACING_SAMPLE.perSecond) return random.unit() < TRACING_SAMPLE.share;
    sampledIn.set(FunctionName, { second, count: last.count + 1 });
    return true;
  };

  return {
    trace(FunctionName, at, mode, upstream) {
      const given = fieldsOf(upstream);
      const made = newIds(at, random);
      const root = given.get("Root") ?? made.root;
      const decided = given.get("Sampled");
      const isSampled = decided === "0" || decided === "1" ? decided === "1" : mode === "Active" && samples(FunctionName, at);
      const parent = mode === "Active" ? made.parent : (given.get("Parent") ?? made.parent);
      const lineage = given.get("Lineage") ?? made.lineage;
      const header = `Root=${root};Parent=${parent};Sampled=${isSampled ? 1 : 0};Lineage=${lineage}`;
      return mode === "Active" && isSampled ? { header, segment: { TraceId: root, SegmentId: parent } } : { header };
    },
  };
}

function newIds(at: Instant, random: Random): { readonly root: string; readonly parent: string; readonly lineage: string } {
  const seconds = Math.floor(at / 1000)
    .toString(16)
    .padStart(8, "0");
  return { root: `1-${seconds}-${hexDigits(random, 24)}`, parent: hexDigits(random, 16), lineage: `1:${hexDigits(random, 8)}:0` };
}

function fieldsOf(header: string | undefined): ReadonlyMap<string, string> {
  const fields = (header ?? "").split(";").map((field) => field.trim().split("="));
  return new Map(fields.flatMap(([key, value]): [string, string][] => (key === undefined || value === undefined ? [] : [[key, value]])));
}
