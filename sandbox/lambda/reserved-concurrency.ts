/** Concurrency that one function has for itself, and at most (developer guide, "Configuring reserved concurrency for a function"). */
import type { Instant } from "../time/instant.ts";
import type { FunctionResource } from "./function-resource.ts";
import { LEAST_UNRESERVED } from "./quotas.ts";
import type { LambdaService } from "./service.ts";

/** `reserved` undefined: the reservation is taken back. */
export function putFunctionConcurrency(service: LambdaService, fn: FunctionResource, at: Instant, reserved: number | undefined): void {
  const refusal = reserved === undefined ? undefined : reservedRefusal(service, fn, reserved);
  if (refusal !== undefined) throw new Error(`scenario: putFunctionConcurrency ${fn.name}: ${refusal}`);
  fn.reserved = reserved;
  service.world.record({ type: "concurrency-configured", at, FunctionName: fn.name, ReservedConcurrentExecutions: reserved ?? null });
}

/** Why Lambda would refuse, in its words (fidelity.md §7.2, §7.3). The leading space and the double one are AWS's. */
export function reservedRefusal(
  { concurrency, functions }: Pick<LambdaService, "concurrency" | "functions">,
  fn: FunctionResource,
  reserved: number,
): string | undefined {
  const provisioned = [...concurrency.pools.values()]
    .filter(({ FunctionName }) => FunctionName === fn.name)
    .reduce((sum, pool) => sum + pool.requested, 0);
  if (reserved < provisioned) {
    return ` ReservedConcurrentExecutions  ${reserved} should not be lower than function's total provisioned concurrency [${provisioned}].`;
  }
  const left = concurrency.unreserved(functions.values()) + (fn.reserved ?? provisioned) - reserved;
  if (left >= LEAST_UNRESERVED || reserved === 0) return undefined;
  return `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${LEAST_UNRESERVED}].`;
}
