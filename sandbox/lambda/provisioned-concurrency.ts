/** Environments that are initialised before anyone asks (developer guide, "Configuring provisioned concurrency for a function"). */
import type { ProvisionedConcurrencyConfig } from "../scenario.ts";
import type { Instant } from "../time/instant.ts";
import type { ProvisionedConcurrencyChanged } from "../trace/events.ts";
import { type ProvisionedPool, poolKey } from "./concurrency.ts";
import { LATEST, type LambdaFunction } from "./function.ts";
import { type FunctionResource, versionNumbered } from "./function-resource.ts";
import { LEAST_UNRESERVED, PROVISIONED_PER_MINUTE } from "./quotas.ts";
import { requestRate } from "./request-rate.ts";
import { newEnvironment } from "./run-invocation.ts";
import type { LambdaService } from "./service.ts";

/** Asks for environments; they can be used when the last of them is ready. What there was before goes. */
export function putProvisionedConcurrency(
  service: LambdaService,
  fn: FunctionResource,
  at: Instant,
  { Qualifier, ProvisionedConcurrentExecutions }: ProvisionedConcurrencyConfig,
): void {
  const refusal = provisionedRefusal(service, fn, Qualifier, ProvisionedConcurrentExecutions);
  if (refusal !== undefined) throw new Error(`scenario: putProvisionedConcurrency ${fn.name}:${Qualifier}: ${refusal}`);
  // Checked above: there is such a version or alias.
  const version = provisionedVersion(fn, Qualifier) as LambdaFunction;
  end(service, fn, Qualifier, at);
  const pool: ProvisionedPool = {
    FunctionName: fn.name,
    Qualifier,
    version,
    requested: ProvisionedConcurrentExecutions,
    state: "allocating",
    environments: [],
    idle: [],
    rate: requestRate(),
  };
  service.concurrency.pools.set(poolKey(fn.name, Qualifier), pool);
  change(service, pool, at, { Allocated: 0, Status: "IN_PROGRESS" });
  allocate(service, pool, at);
}

export function deleteProvisionedConcurrency(service: LambdaService, fn: FunctionResource, at: Instant, Qualifier: string): void {
  const pool = end(service, fn, Qualifier, at);
  if (pool === undefined)
    throw new Error(`scenario: deleteProvisionedConcurrency: No Provisioned Concurrency Config found for this function`);
  change(service, pool, at, { Allocated: 0, Status: "DELETED" });
}

/** A provisioned alias points to another version: its environments are made anew. */
export function reallocate(service: LambdaService, fn: FunctionResource, alias: string, at: Instant): void {
  const pool = service.concurrency.pools.get(poolKey(fn.name, alias));
  if (pool === undefined || provisionedVersion(fn, alias) === pool.version) return;
  putProvisionedConcurrency(service, fn, at, { Qualifier: alias, ProvisionedConcurrentExecutions: pool.requested });
}

/** Up to 6,000 a minute, evenly. [INF] that they begin one by one. */
function allocate(service: LambdaService, pool: ProvisionedPool, at: Instant): void {
  const { heap } = service.world;
  let allocated = 0;
  let isOver = false;
  for (let index = 0; index < pool.requested; index += 1) {
    const from = at + (index * 60_000) / PROVISIONED_PER_MINUTE;
    heap.schedule(from, () => {
      if (isOver || !isCurrent(service, pool)) return;
      const environment = newEnvironment(service, pool.version, from, "provisioned-concurrency");
      pool.environments.push(environment);
      environment.prepare(from, (readyAt, failure) => {
        if (isOver || !isCurrent(service, pool)) return;
        if (failure !== undefined) {
          isOver = true;
          pool.state = "failed";
          for (const one of pool.environments) one.retire(readyAt);
          return change(service, pool, readyAt, { Allocated: 0, Status: "FAILED", StatusReason: "FUNCTION_ERROR_INIT_FAILURE" });
        }
        allocated += 1;
        pool.idle.push(environment);
        if (allocated < pool.requested) return;
        pool.state = "ready";
        change(service, pool, readyAt, { Allocated: allocated, Status: "READY" });
      });
    });
  }
}

const isCurrent = (service: LambdaService, pool: ProvisionedPool) =>
  service.concurrency.pools.get(poolKey(pool.FunctionName, pool.Qualifier)) === pool;

/** Its environments end, those in use after their invocation. */
function end(service: LambdaService, fn: FunctionResource, Qualifier: string, at: Instant): ProvisionedPool | undefined {
  const key = poolKey(fn.name, Qualifier);
  const pool = service.concurrency.pools.get(key);
  service.concurrency.pools.delete(key);
  for (const environment of pool?.environments ?? []) environment.retire(at);
  return pool;
}

function change(
  { world }: LambdaService,
  { FunctionName, Qualifier, requested }: ProvisionedPool,
  at: Instant,
  what: Pick<ProvisionedConcurrencyChanged, "Allocated" | "Status" | "StatusReason">,
): void {
  world.record({ type: "provisioned-concurrency-changed", at, FunctionName, Qualifier, Requested: requested, ...what });
}

/** The version that is provisioned: of an alias the one that it points to, without its weights. */
function provisionedVersion(fn: FunctionResource, qualifier: string): LambdaFunction | undefined {
  return versionNumbered(fn, fn.aliases.get(qualifier)?.FunctionVersion ?? qualifier);
}

/** Why Lambda would refuse, in its words (fidelity.md §7.3, appendix A). */
export function provisionedRefusal(
  { concurrency, functions }: Pick<LambdaService, "concurrency" | "functions">,
  fn: FunctionResource,
  Qualifier: string,
  wanted: number,
): string | undefined {
  if (wanted < 1) {
    return `1 validation error detected: Value '${wanted}' at 'provisionedConcurrentExecutions' failed to satisfy constraint: Member must have value greater than or equal to 1`;
  }
  const alias = fn.aliases.get(Qualifier);
  if (alias === undefined && !fn.versions.has(Qualifier) && Qualifier !== LATEST) {
    return `Function not found: ${fn.arn}:${Qualifier}`;
  }
  if (Qualifier === LATEST || alias?.FunctionVersion === LATEST) {
    return "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";
  }
  if (alias !== undefined && concurrency.pools.has(poolKey(fn.name, alias.FunctionVersion))) {
    return "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version";
  }
  const pointing = [...fn.aliases.values()].some(
    ({ Name, FunctionVersion }) => FunctionVersion === Qualifier && concurrency.pools.has(poolKey(fn.name, Name)),
  );
  if (alias === undefined && pointing) return "Version is pointed by a Provisioned Concurrency alias";
  const others = [...concurrency.pools.values()].filter((pool) => pool.FunctionName === fn.name && pool.Qualifier !== Qualifier);
  const total = others.reduce((sum, pool) => sum + pool.requested, wanted);
  if (fn.reserved !== undefined) {
    if (total > fn.reserved)
      return "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function";
    return undefined;
  }
  const known = concurrency.pools.get(poolKey(fn.name, Qualifier))?.requested ?? 0;
  const available = concurrency.unreserved(functions.values()) + known - LEAST_UNRESERVED;
  return wanted > available
    ? `Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${Math.max(0, available)}].`
    : undefined;
}
