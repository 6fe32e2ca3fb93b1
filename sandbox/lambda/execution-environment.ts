/**
 * One execution environment: created for a request, kept for the next ones, frozen in between (developer guide,
 * "Understanding the Lambda execution environment lifecycle").
 *
 *   created ──► Init ──► Idle ⇄ Invoke ──► … ──► Shutdown
 *                 └ failed ─► Init again inside the first Invoke, under the function's timeout
 *               timeout, crash ─► reset: a new process in the same environment, /tmp kept
 */
import type { Network } from "../network/network.ts";
import type { Activity, Disk, Exit, Failure, Process, ProcessChunk, ProcessNetwork, Runtime } from "../runtime/runtime.ts";
import type { Account, History, InvokeApi } from "../scenario.ts";
import type { EventHeap } from "../time/event-heap.ts";
import { type Instant, logStreamDate, type Millis } from "../time/instant.ts";
import { hexDigits, type Random } from "../time/random.ts";
import type { EnvironmentReset, EnvironmentShutdown, InitPhase, TraceEvent } from "../trace/events.ts";
import { billedDuration } from "./billing.ts";
import { environmentCreation, handlerOverhead, idleTime, lifetime, responseOverhead, runtimeStart } from "./durations.ts";
import type { InitializationType, LambdaFunction } from "./function.ts";
import {
  initErrorType,
  type LogStyle,
  type Outcome,
  type OutcomeContext,
  outcomeOfFailedInit,
  outcomeOfFailure,
  outcomeOfResponse,
} from "./outcome.ts";
import { outgoingRequests } from "./outgoing-requests.ts";
import { type InitReport, type PlatformLog, type Production, platformLog, type Report } from "./platform-log.ts";
import { processEnvironment } from "./process-environment.ts";
import { INIT_LIMIT, PROVISIONED_INIT_LIMIT, RESPONSE_PAYLOAD_BYTES, STREAMED_RESPONSE_BYTES } from "./quotas.ts";
import { type Piece, StreamedAnswer } from "./streamed-answer.ts";
import type { TraceContext } from "./tracing.ts";

export interface Request {
  readonly requestId: string;
  readonly payload: string;
  readonly trace: TraceContext;
  readonly clientContext?: string;
  readonly api: InvokeApi;
  /** With the qualifier that the request had. */
  readonly invokedFunctionArn: string;
  /** Every line of the invocation's log, where someone wants to hear of them. */
  readonly logged?: (message: string) => void;
  /** A piece of the answer has left the environment. */
  readonly stream: (environment: string, piece: Piece) => void;
  /** Called once, when Lambda has the answer. `streamed`: what of it had left before. */
  readonly respond: (at: Instant, environment: string, outcome: Outcome, streamed: StreamedAnswer) => void;
}

export interface Surroundings {
  readonly heap: EventHeap;
  readonly runtime: Runtime;
  readonly account: Required<Account>;
  readonly history: Required<History>;
  readonly random: Random;
  readonly network: Network;
  readonly record: (event: TraceEvent) => void;
}

export class ExecutionEnvironment {
  readonly id: string;
  readonly fn: LambdaFunction;
  /** When it last became idle: the one used most recently is used first. [INF] */
  idleSince: Instant = 0;
  phase: "Init" | "Idle" | "Invoke" | "Shutdown" = "Init";

  readonly #around: Surroundings;
  readonly #initializationType: InitializationType;
  readonly #log: PlatformLog;
  readonly #style: LogStyle;
  readonly #logStream: string;
  readonly #env: Record<string, string>;
  readonly #tmp: Disk = { files: new Map() };
  readonly #endsBy: Instant;
  #process: Process | undefined;
  #request: Request | undefined;
  #answer = new StreamedAnswer("Invoke");
  /** Duration of a successful Init that no invocation has reported yet. */
  #initDuration: Millis | undefined;
  #invocations = 0;
  /** An invocation has started here, be it one that never reached the handler. */
  #begun = false;
  /** Highest memory use of processes that are gone. */
  #maxMemoryUsedMB = 0;
  #outdated = false;
  readonly #requests: ProcessNetwork;

  constructor(id: string, fn: LambdaFunction, at: Instant, around: Surroundings, initializationType: InitializationType = "on-demand") {
    this.id = id;
    this.fn = fn;
    this.#around = around;
    this.#initializationType = initializationType;
    this.#style = around.history.platformLogStyle;
    this.#log = platformLog(fn, this.#style, initializationType);
    const { definition } = fn;
    const { LogGroup } = definition.LoggingConfig;
    const custom = LogGroup !== `/aws/lambda/${definition.FunctionName}`;
    this.#logStream = `${logStreamDate(at)}/${custom ? definition.FunctionName : ""}[${fn.version}]${hexDigits(around.random, 32)}`;
    this.#env = processEnvironment(fn, around.account, this.#logStream, around.random, initializationType);
    this.#endsBy = at + lifetime(around.random);
    this.#requests = outgoingRequests(around, id, () => this.#inRequest());
    this.#around.record({
      type: "environment-created",
      at,
      environment: id,
      FunctionName: definition.FunctionName,
      Version: fn.version,
      Runtime: definition.Runtime,
      MemorySize: definition.MemorySize,
      logGroup: LogGroup,
      logStream: this.#logStream,
      ...(initializationType === "provisioned-concurrency" && { initializationType }),
    });
  }

  /** Creates the environment, initialises it and hands it its first request. */
  start(at: Instant, request: Request): void {
    const creation = environmentCreation(this.#around.random);
    this.#part(at, "environment", creation);
    this.#around.heap.schedule(at + creation, () => this.#init(at + creation, request));
  }

  /** Creates and initialises a provisioned environment ahead of any request. `ready` hears whether it can be used. */
  prepare(at: Instant, ready: (at: Instant, failure: Failure | undefined) => void): void {
    const creation = environmentCreation(this.#around.random);
    this.#part(at, "environment", creation);
    const from = at + creation;
    this.#around.heap.schedule(from, () => {
      this.#platform(from, this.#log.initStart(from, this.#around.account.Region, this.id));
      const limit = Math.max(PROVISIONED_INIT_LIMIT, this.fn.definition.Timeout * 1000);
      this.#startProcess(from, "init", from + limit, (ended, failure) => {
        if (failure !== undefined) this.#lose(ended, "init failed");
        this.phase = "Idle";
        this.idleSince = ended;
        // Retired while it was being prepared.
        if (this.#outdated) this.#shutdown(ended, "new version");
        ready(ended, failure);
      });
    });
  }

  /** Hands an idle environment a request: it is thawed. */
  invoke(at: Instant, request: Request): void {
    this.phase = "Invoke";
    this.#take(request);
    if (this.#process === undefined) this.#suppressedInit(at, request);
    else this.#handle(at, at, request);
  }

  /** A newer version of the function exists: shut down now, or after the invocation in flight. */
  retire(at: Instant): void {
    this.#outdated = true;
    if (this.phase === "Idle") this.#shutdown(at, "new version");
  }

  // ── Init ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  #init(at: Instant, request: Request): void {
    this.#take(request);
    this.#platform(at, this.#log.initStart(at, this.#around.account.Region, this.id));
    this.#startProcess(at, "init", at + INIT_LIMIT, (ended, failure) => {
      if (failure === undefined) this.#initDuration = ended - at;
      else this.#lose(ended, "init failed");
      this.phase = "Invoke";
      if (failure === undefined) this.#handle(ended, ended, request);
      else this.#suppressedInit(ended, request);
    });
  }

  /** Init runs again inside an invocation: unreported in Init Duration, under the function's own timeout. */
  #suppressedInit(at: Instant, request: Request): void {
    const deadline = at + this.fn.definition.Timeout * 1000;
    this.#startProcess(at, "invoke", deadline, (ended, failure) => {
      if (failure === undefined) return this.#handle(at, ended, request);
      this.#begin(at, request);
      const outcome = outcomeOfFailedInit(failure, this.#outcomeContext(ended, request));
      this.#finish(at, failure.why === "timeout" ? deadline : ended, request, outcome, exitOf(failure));
      this.#lose(ended, failure.why === "timeout" ? "timeout" : "init failed");
    });
  }

  /** Starts Node.js, then loads the function; `done` hears how that ended. */
  #startProcess(at: Instant, phase: InitPhase, deadline: Instant, done: (at: Instant, failure: Failure | undefined) => void): void {
    const { random, heap, runtime, record } = this.#around;
    const { definition } = this.fn;
    record({ type: "init-started", at, environment: this.id, phase });
    const starting = runtimeStart(random, definition.Runtime);
    if (at + starting >= deadline) {
      this.#part(at, "runtime", deadline - at);
      heap.schedule(deadline, () => this.#initEnded(at, deadline, phase, { why: "timeout" }, done));
      return;
    }
    this.#part(at, "runtime", starting);
    const process = runtime.start({
      definition,
      opt: this.fn.opt,
      tmp: this.#tmp,
      env: this.#env,
      random: random.fork(`process ${this.id} ${at}`),
      startedAt: at,
      log: (entry) => this.#functionLog(entry.at, entry.message, entry.level),
      streamed: (chunk) => this.#streamed(chunk),
      network: this.#requests,
      simplified: (when, what, amount) =>
        record({ type: "simplified", at: when, environment: this.id, ...this.#inRequest(), what, amount }),
    });
    const loaded = at + starting;
    heap.schedule(loaded, () => {
      this.#process = process;
      const end = (activity: Exclude<Activity, { state: "waiting" }>) => {
        if (activity.state === "initialized") {
          this.#part(loaded, "modules", activity.modules);
          this.#part(loaded + activity.modules, "code", activity.at - loaded - activity.modules);
        } else this.#part(loaded, "code", activity.at - loaded);
        this.#initEnded(at, activity.at, phase, activity.state === "failed" ? activity.failure : undefined, done);
      };
      this.#follow(process.init(loaded, deadline), deadline, process, end);
    });
  }

  #initEnded(
    from: Instant,
    at: Instant,
    phase: InitPhase,
    failure: Failure | undefined,
    done: (at: Instant, failure: Failure | undefined) => void,
  ): void {
    const status = failure === undefined ? "success" : failure.why === "timeout" ? "timeout" : "error";
    const duration = at - from;
    const errorType = failure !== undefined && status === "error" ? { errorType: initErrorType(failure) } : {};
    const report: InitReport = { phase, status, duration, ...errorType };
    this.#around.record({ type: "init-ended", at, environment: this.id, ...report });
    this.#platform(at, this.#log.initRuntimeDone(at, report));
    this.#platform(at, this.#log.initReport(at, report));
    done(at, failure);
  }

  // ── Invoke ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `from`: where the invocation's Duration begins (before a suppressed init); `at`: where the handler's turn comes. */
  #handle(from: Instant, at: Instant, request: Request): void {
    const process = this.#process as Process;
    const { random, heap } = this.#around;
    this.#begin(from, request);
    const deadline = from + this.fn.definition.Timeout * 1000;
    const handed = at + handlerOverhead(random, this.#invocations === 0);
    this.#invocations += 1;
    heap.schedule(Math.min(handed, deadline), () => {
      const { requestId, trace, payload, clientContext } = request;
      const invocation = {
        requestId,
        traceId: trace.header,
        event: payload,
        invokedFunctionArn: request.invokedFunctionArn,
        streamLimit: streamLimit(request),
        ...(clientContext === undefined ? {} : { clientContext }),
      };
      this.#follow(process.invoke(handed, deadline, invocation), deadline, process, (activity) =>
        this.#invoked(from, request, deadline, activity),
      );
    });
  }

  #invoked(from: Instant, request: Request, deadline: Instant, activity: Exclude<Activity, { state: "waiting" }>): void {
    if (activity.state === "initialized") throw new Error("execution-environment: a process initialised itself during an invocation");
    if (activity.state === "responded") {
      const at = Math.min(deadline, activity.at + responseOverhead(this.#around.random));
      const context = { ...this.#outcomeContext(at, request), streamed: this.#answer, streamLimit: streamLimit(request) };
      const outcome = outcomeOfResponse(activity.response, context);
      this.#finish(from, at, request, outcome, activity.lost, activity.at);
      if (activity.lost) this.#lose(at, "crash");
      return;
    }
    const { failure } = activity;
    const at = failure.why === "timeout" ? deadline : activity.at;
    this.#finish(from, at, request, outcomeOfFailure(failure, this.#outcomeContext(at, request)), exitOf(failure));
    this.#lose(at, failure.why === "timeout" ? "timeout" : "crash");
  }

  #begin(at: Instant, request: Request): void {
    // A provisioned environment was initialised before anyone asked.
    const coldStart = !this.#begun && this.#initializationType === "on-demand";
    this.#begun = true;
    this.#around.record({ type: "invoke-started", at, environment: this.id, requestId: request.requestId, coldStart });
    this.#platform(at, this.#log.start(at, request.requestId, request.trace), request.requestId);
  }

  #finish(from: Instant, at: Instant, request: Request, outcome: Outcome, exit: Exit | undefined, respondedAt?: Instant): void {
    const { requestId } = request;
    const duration = at - from;
    const initDuration = this.#initDuration;
    this.#initDuration = undefined;
    this.#maxMemoryUsedMB = Math.max(this.#maxMemoryUsedMB, this.#process?.maxMemoryUsedMB ?? 0);
    const report: Report = {
      requestId,
      duration,
      billedDuration: billedDuration(duration, initDuration, this.#around.history.initBilling),
      ...(initDuration === undefined ? {} : { initDuration }),
      memorySizeMB: this.fn.definition.MemorySize,
      maxMemoryUsedMB: this.#maxMemoryUsedMB,
      status: outcome.status,
      ...(outcome.errorType === undefined ? {} : { errorType: outcome.errorType }),
    };
    this.#platform(at, this.#log.failure(at, requestId, outcome, exit), requestId);
    this.#platform(at, this.#log.runtimeDone(at, report, this.#production(at, outcome, respondedAt)), requestId);
    this.#platform(at, this.#log.end(at, requestId), requestId);
    this.#platform(at, this.#log.report(at, report, request.trace), requestId);
    this.#around.record({ type: "invoke-ended", at, environment: this.id, ...report });
    const streamed = this.#answer;
    if (request.api === "InvokeWithResponseStream" && streamed.unkept > 0) {
      this.#around.record({ type: "simplified", at, environment: this.id, requestId, what: "streamed text", amount: streamed.unkept });
    }
    this.#around.heap.schedule(at, () => {
      this.#request = undefined;
      this.#freeze(at);
      request.respond(at, this.id, outcome, streamed);
    });
  }

  #production(at: Instant, { payload }: Outcome, respondedAt: Instant | undefined): Production {
    const { bytes, firstAt, lastAt } = this.#answer;
    if (firstAt !== undefined && lastAt !== undefined) return { bytes, posted: { from: firstAt, to: lastAt } };
    const produced = { bytes: new TextEncoder().encode(payload).length };
    if (respondedAt === undefined) return produced;
    const posted = Math.min(respondedAt, at);
    return { ...produced, posted: { from: posted, to: posted } };
  }

  #take(request: Request): void {
    this.#request = request;
    this.#answer = new StreamedAnswer(request.api);
  }

  #streamed(chunk: ProcessChunk): void {
    const piece = this.#answer.add(chunk);
    if (piece !== undefined) this.#request?.stream(this.id, piece);
  }

  // ── Idle, reset, shutdown ──────────────────────────────────────────────────────────────────────────────────────────

  #freeze(at: Instant): void {
    this.phase = "Idle";
    this.idleSince = at;
    if (this.#outdated) return this.#shutdown(at, "new version");
    // Simplified: a provisioned environment is kept as long as its configuration; AWS replaces it now and then.
    if (this.#initializationType === "provisioned-concurrency") return;
    const kept = idleTime(this.#around.random);
    const due = Math.max(at, Math.min(at + kept, this.#endsBy));
    this.#around.heap.schedule(due, () => {
      if (this.phase === "Idle" && this.idleSince === at) this.#shutdown(due, due === this.#endsBy ? "age" : "idle");
    });
  }

  #lose(at: Instant, why: EnvironmentReset["why"]): void {
    this.#maxMemoryUsedMB = Math.max(this.#maxMemoryUsedMB, this.#process?.maxMemoryUsedMB ?? 0);
    this.#process?.end();
    this.#process = undefined;
    this.#around.record({ type: "environment-reset", at, environment: this.id, why });
  }

  #shutdown(at: Instant, why: EnvironmentShutdown["why"]): void {
    this.phase = "Shutdown";
    this.#process?.end();
    this.#process = undefined;
    this.#around.record({ type: "environment-shutdown", at, environment: this.id, why });
  }

  // ── Small parts ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Lets a process go on whenever it was waiting, until its phase is over or its time is up. */
  #follow(activity: Activity, deadline: Instant, process: Process, end: (activity: Exclude<Activity, { state: "waiting" }>) => void): void {
    const { heap } = this.#around;
    if (activity.state !== "waiting") {
      heap.schedule(activity.at, () => end(activity));
    } else if (activity.until >= deadline) {
      heap.schedule(deadline, () => end({ state: "failed", at: deadline, failure: { why: "timeout" } }));
    } else {
      const at = Math.max(activity.at, activity.until);
      heap.schedule(at, () => this.#follow(process.resume(at), deadline, process, end));
    }
  }

  #outcomeContext(at: Instant, request: Request): OutcomeContext {
    return { requestId: request.requestId, at, timeout: this.fn.definition.Timeout, logStyle: this.#style };
  }

  #inRequest(): { readonly requestId?: string } {
    return this.phase === "Invoke" && this.#request ? { requestId: this.#request.requestId } : {};
  }

  #part(at: Instant, part: "environment" | "runtime" | "modules" | "code", duration: Millis): void {
    this.#around.record({ type: "init-part", at, environment: this.id, part, duration });
  }

  #platform(at: Instant, message: string | undefined, requestId?: string): void {
    if (message === undefined) return;
    const request = requestId === undefined ? {} : { requestId };
    if (requestId !== undefined) this.#request?.logged?.(message);
    this.#around.record({ type: "log", at, environment: this.id, ...request, source: "platform", message });
  }

  #functionLog(at: Instant, message: string, level: Parameters<Parameters<Runtime["start"]>[0]["log"]>[0]["level"]): void {
    const written = level === undefined ? {} : { level };
    if (this.phase === "Invoke") this.#request?.logged?.(message);
    this.#around.record({ type: "log", at, environment: this.id, ...this.#inRequest(), source: "function", ...written, message });
  }
}

const streamLimit = ({ api }: Request) => (api === "Invoke" ? RESPONSE_PAYLOAD_BYTES : STREAMED_RESPONSE_BYTES);

function exitOf(failure: Failure): Exit | undefined {
  if (failure.why === "exit" || failure.why === "reported") return failure.exit;
  return failure.why === "out of memory" ? { signal: "killed" } : undefined;
}
