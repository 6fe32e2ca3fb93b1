/** One synchronous execution, from whomever it is asked: version, place or throttle, environment, answer. */
import type { Instant } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import type { InvocationResponded } from "../trace/events.ts";
import { ExecutionEnvironment, type Request } from "./execution-environment.ts";
import { LATEST, type LambdaFunction } from "./function.ts";
import { versionFor } from "./function-resource.ts";
import type { InvocationAsked, InvocationResult, LambdaService, Refusal } from "./service.ts";

/**
 * To be called at the instant `at`. Gives the request id; `done` hears of the answer at the instant at which Lambda has it.
 * Records a throttle, and what environments record; the request and its answer are the asker's to record, or `request`'s.
 */
export function run(service: LambdaService, at: Instant, asked: InvocationAsked, done: (result: InvocationResult) => void): string {
  const { world, around, tracer, concurrency } = service;
  const { FunctionName, Qualifier } = asked;
  const requestId = asked.requestId ?? uuid(around.random);
  const fn = service.functions.get(FunctionName);
  const version = fn && versionFor(fn, Qualifier, service.routing);
  if (fn === undefined || version === undefined) {
    done({ how: "refused", at, requestId, ...notFound(service, FunctionName, Qualifier) });
    return requestId;
  }
  if (at < fn.activeAt) {
    done({ how: "refused", at, requestId, ...pendingFunction });
    return requestId;
  }
  const admission = concurrency.admit(fn, version, Qualifier, at);
  if (admission.kind === "throttled") {
    const { Reason } = admission;
    const qualified = Qualifier === undefined ? {} : { Qualifier };
    world.record({ type: "invocation-throttled", at, requestId, FunctionName, ...qualified, Reason, source: asked.source });
    done({ how: "throttled", at, requestId, Reason });
    return requestId;
  }
  const { place } = admission;
  const trace = tracer.trace(FunctionName, at, version.definition.TracingConfig.Mode, asked.TraceHeader);
  const environment = admission.kind === "warm" ? admission.environment : newEnvironment(service, version, at);
  const request: Request = {
    requestId,
    payload: asked.Payload.trim() === "" ? "{}" : asked.Payload,
    trace,
    invokedFunctionArn: Qualifier === undefined ? fn.arn : `${fn.arn}:${Qualifier}`,
    ...(asked.clientContext !== undefined && { clientContext: asked.clientContext }),
    ...(asked.logged && { logged: asked.logged }),
    api: asked.api ?? "Invoke",
    stream: (from, piece) => asked.onPiece?.(from, piece),
    respond: (answeredAt, id, outcome, streamed) => {
      concurrency.release(fn, place, environment);
      done({
        how: "responded",
        at: answeredAt,
        requestId,
        environment: id,
        ExecutedVersion: version.version,
        outcome,
        streamed,
        traceHeader: trace.header,
      });
    },
  };
  if (admission.kind === "warm") environment.invoke(at, request);
  else environment.start(at, request);
  return requestId;
}

/** `run`, with the request and its answer in the trace: what pollers, front ends and other services of AWS ask for. */
export function request(service: LambdaService, at: Instant, asked: InvocationAsked, done: (result: InvocationResult) => void): string {
  const { world } = service;
  const { FunctionName, Payload, Qualifier, source, api } = asked;
  const requestId = asked.requestId ?? uuid(service.around.random);
  world.record({
    type: "invocation-requested",
    at,
    requestId,
    FunctionName,
    Payload,
    stimulus: world.stimulus(),
    ...(api === "InvokeWithResponseStream" && { api }),
    ...(Qualifier !== undefined && { Qualifier }),
    ...(source.kind !== "caller" && { source }),
  });
  return run(service, at, { ...asked, requestId }, (result) => {
    world.record({ ...responseOf(result), type: "invocation-responded", at: result.at, requestId, FunctionName });
    done(result);
  });
}

/** What the Invoke API answers. */
export function responseOf(result: InvocationResult): Pick<InvocationResponded, "StatusCode" | "Payload"> & Partial<InvocationResponded> {
  switch (result.how) {
    case "responded": {
      const { environment, ExecutedVersion, outcome } = result;
      const error = outcome.functionError ? { FunctionError: "Unhandled" as const } : {};
      return { StatusCode: 200, environment, ExecutedVersion, ...error, Payload: outcome.payload };
    }
    case "throttled":
      return refused(throttle(result.Reason));
    case "refused":
      return refused(result);
  }
}

export function refused({ StatusCode, errorCode, body }: Refusal): Pick<InvocationResponded, "StatusCode" | "Payload" | "errorCode"> {
  return { StatusCode, errorCode, Payload: JSON.stringify(body) };
}

function throttle(Reason: string): Refusal {
  return { StatusCode: 429, errorCode: "TooManyRequestsException", body: { Reason, Type: "User", message: "Rate Exceeded." } };
}

/** [INF] The sentence is AWS's own, from public reports; fidelity.md has the code only. */
export const pendingFunction: Refusal = {
  StatusCode: 409,
  errorCode: "ResourceConflictException",
  body: {
    Type: "User",
    Message: "The operation cannot be performed at this time. The function is currently in the following state: Pending",
  },
};

export function notFound({ world }: LambdaService, name: string, qualifier: string = LATEST): Refusal {
  const { Region, AccountId } = world.account;
  const arn = `arn:aws:lambda:${Region}:${AccountId}:function:${name}:${qualifier}`;
  return { StatusCode: 404, errorCode: "ResourceNotFoundException", body: { Type: "User", Message: `Function not found: ${arn}` } };
}

export function newEnvironment(
  service: LambdaService,
  version: LambdaFunction,
  at: Instant,
  initializationType?: "provisioned-concurrency",
): ExecutionEnvironment {
  const environment = new ExecutionEnvironment(String(service.environments.length + 1), version, at, service.around, initializationType);
  service.environments.push(environment);
  return environment;
}

/** Shuts down what runs a version that is used no more, now or after the invocation in flight. */
export function retire(service: LambdaService, version: LambdaFunction, at: Instant): void {
  for (const environment of service.environments) if (environment.fn === version) environment.retire(at);
}
