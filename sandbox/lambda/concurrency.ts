/**
 * Who gets an environment, and who is throttled (developer guide, "Understanding Lambda function scaling"; fidelity.md §7.1–§7.3).
 *
 *   request ─► provisioned and idle? ─► within the limits? ─► warm and idle? ─► may a new one be added? ─► new environment
 *                                            └ 429                                  └ 429
 */
import type { Account } from "../scenario.ts";
import type { Instant } from "../time/instant.ts";
import type { ThrottleReason } from "../trace/events.ts";
import type { ExecutionEnvironment } from "./execution-environment.ts";
import type { LambdaFunction } from "./function.ts";
import type { FunctionResource } from "./function-resource.ts";
import { REQUESTS_PER_CONCURRENCY, SCALING } from "./quotas.ts";
import { type RequestRate, requestRate } from "./request-rate.ts";

/** Where an execution is counted until it is released. */
export interface Place {
  readonly version: LambdaFunction;
  readonly of: { readonly kind: "reserved" | "unreserved" } | { readonly kind: "provisioned"; readonly pool: ProvisionedPool };
}

export type Admission =
  | { readonly kind: "warm"; readonly environment: ExecutionEnvironment; readonly place: Place }
  | { readonly kind: "new"; readonly place: Place }
  | { readonly kind: "throttled"; readonly Reason: ThrottleReason };

/** The environments of one provisioned concurrency configuration. */
export interface ProvisionedPool {
  readonly FunctionName: string;
  readonly Qualifier: string;
  readonly version: LambdaFunction;
  readonly requested: number;
  /** `ready`: usable, because all environments are allocated. */
  state: "allocating" | "ready" | "failed";
  readonly environments: ExecutionEnvironment[];
  readonly idle: ExecutionEnvironment[];
  readonly rate: RequestRate;
}

export interface Concurrency {
  /** A request of this function, resolved to a version, arrives. What is admitted counts until `release`. */
  admit(fn: FunctionResource, version: LambdaFunction, qualifier: string | undefined, at: Instant): Admission;
  /** The execution is over. An environment that is idle then is kept for the next request. */
  release(fn: FunctionResource, place: Place, environment: ExecutionEnvironment): void;
  readonly pools: Map<string, ProvisionedPool>;
  /** Units that no function has reserved or provisioned. */
  unreserved(functions: Iterable<FunctionResource>): number;
}

export const poolKey = (FunctionName: string, Qualifier: string) => `${FunctionName}:${Qualifier}`;

interface Counted {
  /** Executions on demand. */
  inFlight: number;
  rate: RequestRate | undefined;
  /** Environments that may be added at `refilledAt`. */
  allowance: number;
  refilledAt: Instant;
}

export function concurrency(account: Required<Account>, functions: ReadonlyMap<string, FunctionResource>): Concurrency {
  const counts = new Map<string, Counted>();
  const idle = new Map<LambdaFunction, ExecutionEnvironment[]>();
  const pools = new Map<string, ProvisionedPool>();
  const rateOfUnreserved = requestRate();
  let unreservedInFlight = 0;

  const countOf = (name: string): Counted => {
    const known = counts.get(name);
    if (known !== undefined) return known;
    const counted: Counted = { inFlight: 0, rate: undefined, allowance: SCALING.environments, refilledAt: 0 };
    counts.set(name, counted);
    return counted;
  };

  /** The most recently used one is taken first. [INF] */
  const takeIdle = (environments: ExecutionEnvironment[] | undefined): ExecutionEnvironment | undefined => {
    for (let one = environments?.pop(); one !== undefined; one = environments?.pop()) if (one.phase === "Idle") return one;
    return undefined;
  };

  const provisionedOf = (name: string) => {
    let sum = 0;
    for (const pool of pools.values()) if (pool.FunctionName === name) sum += pool.requested;
    return sum;
  };

  const unreserved = (all: Iterable<FunctionResource>) => {
    let left = account.ConcurrentExecutions;
    for (const { name, reserved } of all) left -= reserved ?? provisionedOf(name);
    return left;
  };

  /** Why no execution on demand may begin now; one that may is counted against the rate. */
  const limited = (fn: FunctionResource, counted: Counted, at: Instant): ThrottleReason | undefined => {
    if (fn.reserved !== undefined) {
      if (counted.inFlight >= fn.reserved - provisionedOf(fn.name)) return "ReservedFunctionConcurrentInvocationLimitExceeded";
      counted.rate ??= requestRate();
      return counted.rate.take(at, fn.reserved * REQUESTS_PER_CONCURRENCY) ? undefined : "ReservedFunctionInvocationRateLimitExceeded";
    }
    const limit = unreserved(functions.values());
    if (unreservedInFlight >= limit) return "ConcurrentInvocationLimitExceeded";
    return rateOfUnreserved.take(at, limit * REQUESTS_PER_CONCURRENCY) ? undefined : "FunctionInvocationRateLimitExceeded";
  };

  /** Unused allowance does not add up beyond the thousand. */
  const mayAdd = (counted: Counted, at: Instant): boolean => {
    const refilled = counted.allowance + ((at - counted.refilledAt) * SCALING.environments) / SCALING.per;
    counted.allowance = Math.min(SCALING.environments, refilled);
    counted.refilledAt = at;
    if (counted.allowance < 1) return false;
    counted.allowance -= 1;
    return true;
  };

  const fromPool = (key: string, version: LambdaFunction, at: Instant): Admission | undefined => {
    const pool = pools.get(key);
    if (pool === undefined || pool.state !== "ready" || pool.version !== version) return undefined;
    if (!pool.rate.take(at, pool.requested * REQUESTS_PER_CONCURRENCY)) return undefined;
    const environment = takeIdle(pool.idle);
    return environment && { kind: "warm", environment, place: { version, of: { kind: "provisioned", pool } } };
  };

  return {
    pools,
    unreserved,
    admit(fn, version, qualifier, at) {
      const provisioned = qualifier === undefined ? undefined : fromPool(poolKey(fn.name, qualifier), version, at);
      if (provisioned !== undefined) return provisioned;
      const counted = countOf(fn.name);
      const Reason = limited(fn, counted, at);
      if (Reason !== undefined) return { kind: "throttled", Reason };
      const warm = takeIdle(idle.get(version));
      if (warm === undefined && !mayAdd(counted, at)) return { kind: "throttled", Reason: "ConcurrentInvocationLimitExceeded" };
      counted.inFlight += 1;
      if (fn.reserved === undefined) unreservedInFlight += 1;
      const place: Place = { version, of: { kind: fn.reserved === undefined ? "unreserved" : "reserved" } };
      return warm === undefined ? { kind: "new", place } : { kind: "warm", environment: warm, place };
    },
    release(fn, { version, of }, environment) {
      if (of.kind !== "provisioned") countOf(fn.name).inFlight -= 1;
      if (of.kind === "unreserved") unreservedInFlight -= 1;
      if (environment.phase !== "Idle") return;
      if (of.kind === "provisioned") of.pool.idle.push(environment);
      else {
        const kept = idle.get(version);
        if (kept === undefined) idle.set(version, [environment]);
        else kept.push(environment);
      }
    },
  };
}
