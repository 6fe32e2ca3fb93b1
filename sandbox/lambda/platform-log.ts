/** The lines that Lambda itself writes into a log stream, as text and as JSON (fidelity.md §2.1, §2.2, §2.5). */
import type { Exit } from "../runtime/runtime.ts";
import type { RuntimeIdentifier } from "../scenario.ts";
import { type Instant, isoTime, type Millis } from "../time/instant.ts";
import type { InitPhase, InvokeEnded } from "../trace/events.ts";
import type { InitializationType, LambdaFunction } from "./function.ts";
import { exitSentence, type LogStyle, type Outcome, timedOutSentence } from "./outcome.ts";
import type { TraceContext } from "./tracing.ts";

/** Which build of the runtime ran. [INF] AWS rolls builds out by Region; the ARN's hash says nothing to a reader. */
const RUNTIME_VERSION: Readonly<Record<RuntimeIdentifier, { readonly name: string; readonly hash: string }>> = {
  "nodejs22.x": { name: "nodejs:22.v62", hash: "4d4c3f0bd3a6f4ed3b4e4c8a1f5e0a6f72d9a7f4f5c8c2d1b6a0e9d8c7b6a5f4" },
  "nodejs24.x": { name: "nodejs:24.v12", hash: "9c0f2a5b8e7d4c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6c5b4a" },
  "provided.al2023": { name: "provided:al2023.v108", hash: "3f1b6a0e9d8c7b6a5f44d4c3f0bd3a6f4ed3b4e4c8a1f5e0a6f72d9a7f4f5c8c" },
};

export interface Report {
  readonly requestId: string;
  readonly duration: Millis;
  readonly billedDuration: Millis;
  readonly initDuration?: Millis;
  readonly memorySizeMB: number;
  readonly maxMemoryUsedMB: number;
  readonly status: InvokeEnded["status"];
  readonly errorType?: string;
}

/** The request's, as far as START and REPORT tell of it. */
export type RequestTrace = Pick<TraceContext, "segment" | "header">;

export interface InitReport {
  readonly phase: InitPhase;
  readonly status: "success" | "error" | "timeout";
  readonly errorType?: string;
  readonly duration: Millis;
}

/** How the function's answer came about; what platform.runtimeDone says besides the report. */
export interface Production {
  readonly bytes: number;
  /** When the process began to post its answer, and when it had posted all of it; absent where it posted none. */
  readonly posted?: { readonly from: Instant; readonly to: Instant };
}

export interface PlatformLog {
  initStart(at: Instant, region: string, environment: string): string | undefined;
  initRuntimeDone(at: Instant, report: InitReport): string | undefined;
  initReport(at: Instant, report: InitReport): string | undefined;
  start(at: Instant, requestId: string, trace: RequestTrace): string | undefined;
  /** What stands between the function's lines and END in the older style. */
  failure(at: Instant, requestId: string, outcome: Outcome, exit: Exit | undefined): string | undefined;
  end(at: Instant, requestId: string): string | undefined;
  runtimeDone(at: Instant, report: Report, production: Production): string | undefined;
  report(at: Instant, report: Report, trace: RequestTrace): string | undefined;
}

export function platformLog(fn: LambdaFunction, style: LogStyle, initializationType: InitializationType): PlatformLog {
  return fn.definition.LoggingConfig.LogFormat === "JSON" ? jsonLog(fn, initializationType) : textLog(fn, style);
}

const ms = (duration: Millis) => `${duration.toFixed(2)} ms`;

function runtimeVersion(runtime: RuntimeIdentifier, region: string): { readonly name: string; readonly arn: string } {
  const { name, hash } = RUNTIME_VERSION[runtime];
  return { name, arn: `arn:aws:lambda:${region}::runtime:${hash}` };
}

function textLog(fn: LambdaFunction, style: LogStyle): PlatformLog {
  const { definition } = fn;
  const statusFields = ({ status, errorType }: { readonly status: string; readonly errorType?: string }): string => {
    if (status === "timeout") return "\tStatus: timeout";
    return status === "error" ? `\tStatus: error${errorType ? `\tError Type: ${errorType}` : ""}` : "";
  };
  return {
    initStart(_at, region) {
      const version = runtimeVersion(definition.Runtime, region);
      return `INIT_START Runtime Version: ${version.name}\tRuntime Version ARN: ${version.arn}`;
    },
    initRuntimeDone: () => undefined,
    initReport(_at, report) {
      if (report.status === "success") return undefined;
      return `INIT_REPORT Init Duration: ${ms(report.duration)}\tPhase: ${report.phase}${statusFields(report)}`;
    },
    start: (_at, requestId) => `START RequestId: ${requestId} Version: ${fn.version}`,
    failure(at, requestId, outcome, exit) {
      if (style === "new") return undefined;
      if (outcome.status === "timeout") return `${isoTime(at)} ${requestId} ${timedOutSentence(definition.Timeout)}\n`;
      return exit ? `RequestId: ${requestId} Error: ${exitSentence(exit)}\nRuntime.ExitError` : undefined;
    },
    end: (_at, requestId) => `END RequestId: ${requestId}`,
    runtimeDone: () => undefined,
    report(_at, report, { segment }) {
      const fields = [
        `REPORT RequestId: ${report.requestId}`,
        `Duration: ${ms(report.duration)}`,
        `Billed Duration: ${report.billedDuration} ms`,
        `Memory Size: ${report.memorySizeMB} MB`,
        `Max Memory Used: ${report.maxMemoryUsedMB} MB`,
        ...(report.initDuration === undefined ? [] : [`Init Duration: ${ms(report.initDuration)}`]),
      ].join("\t");
      const status = style === "new" ? statusFields(report) : "";
      const xray = segment === undefined ? "" : `\nXRAY TraceId: ${segment.TraceId}\tSegmentId: ${segment.SegmentId}\tSampled: true\t`;
      return (status === "" ? `${fields}\t` : `${fields}${status}`) + xray;
    },
  };
}

type SystemLevel = "DEBUG" | "INFO" | "WARN";
const SEVERITY: Readonly<Record<SystemLevel, number>> = { DEBUG: 0, INFO: 1, WARN: 2 };

/** Which system events a function writes is decided by SystemLogLevel (AWS, "System log level event mapping"). */
function jsonLog(fn: LambdaFunction, initializationType: InitializationType): PlatformLog {
  const { definition } = fn;
  const threshold = SEVERITY[definition.LoggingConfig.SystemLogLevel];
  const line = (level: SystemLevel, at: Instant, type: string, record: object) =>
    SEVERITY[level] < threshold ? undefined : JSON.stringify({ time: isoTime(at), type: `platform.${type}`, record });
  const millis = (duration: Millis) => Number(duration.toFixed(3));
  const withType = (errorType: string | undefined) => (errorType === undefined ? {} : { errorType });
  return {
    initStart(at, region, environment) {
      const version = runtimeVersion(definition.Runtime, region);
      return line("INFO", at, "initStart", {
        initializationType,
        phase: "init",
        runtimeVersion: version.name,
        runtimeVersionArn: version.arn,
        functionName: definition.FunctionName,
        functionVersion: fn.version,
        instanceId: environment,
        instanceMaxMemory: definition.MemorySize * 1_048_576,
      });
    },
    initRuntimeDone(at, { phase, status, errorType }) {
      const record = { initializationType, phase, status, ...withType(errorType) };
      return line(status === "success" ? "DEBUG" : "WARN", at, "initRuntimeDone", record);
    },
    initReport(at, { phase, status, errorType, duration }) {
      return line(status === "success" ? "DEBUG" : "WARN", at, "initReport", {
        initializationType,
        phase,
        status,
        ...withType(errorType),
        metrics: { durationMs: millis(duration) },
      });
    },
    start: (at, requestId, trace) =>
      line("INFO", at, "start", { requestId, functionArn: fn.arn, version: fn.version, ...tracingOf(trace) }),
    failure: () => undefined,
    end: () => undefined,
    runtimeDone(at, { requestId, status, errorType, duration }, { bytes, posted }) {
      return line(status === "success" ? "DEBUG" : "WARN", at, "runtimeDone", {
        requestId,
        status,
        ...withType(errorType),
        metrics: { durationMs: millis(duration), producedBytes: bytes },
        ...(posted === undefined ? {} : { spans: spansOf(at - duration, posted, at) }),
      });
    },
    report(at, report, trace) {
      return line(report.status === "success" ? "INFO" : "WARN", at, "report", {
        requestId: report.requestId,
        metrics: {
          durationMs: millis(report.duration),
          billedDurationMs: report.billedDuration,
          memorySizeMB: report.memorySizeMB,
          maxMemoryUsedMB: report.maxMemoryUsedMB,
          ...(report.initDuration === undefined ? {} : { initDurationMs: millis(report.initDuration) }),
        },
        status: report.status,
        ...withType(report.errorType),
        ...tracingOf(trace),
      });
    },
  };
}

/** [INF] The span is the function's segment. */
function tracingOf({ header, segment }: RequestTrace): object {
  return segment === undefined ? {} : { tracing: { spanId: segment.SegmentId, type: "X-Amzn-Trace-Id", value: header } };
}

/** Up to the answer, the answer on its way, and until the runtime asks for the next invocation. [INF] A buffered answer shares the time after it evenly between the last two. */
function spansOf(start: Instant, posted: { readonly from: Instant; readonly to: Instant }, end: Instant): readonly object[] {
  const sent = posted.to > posted.from ? posted.to : (posted.from + end) / 2;
  const span = (name: string, from: Instant, to: Instant) => ({ name, start: isoTime(from), durationMs: Number((to - from).toFixed(3)) });
  return [span("responseLatency", start, posted.from), span("responseDuration", posted.from, sent), span("runtimeOverhead", sent, end)];
}
