/** Recursive loop detection: whether Lambda stops an invocation (developer guide, "Use Lambda recursive loop detection"). */
import type { Instant } from "../time/instant.ts";
import { RECURSION_MESSAGE } from "./dead-letter.ts";
import type { FunctionResource } from "./function-resource.ts";
import { invocationsIn } from "./lineage.ts";
import { RECURSIVE_INVOCATIONS } from "./quotas.ts";
import type { LambdaService, Refusal } from "./service.ts";

/** Records the loop that it stops. `RecursiveLoop: Allow` lets every loop go on. */
export function stopsLoop(
  { world }: LambdaService,
  fn: FunctionResource,
  at: Instant,
  requestId: string,
  TraceHeader: string | undefined,
): boolean {
  const invocations = invocationsIn(TraceHeader, fn.arn);
  if (fn.recursiveLoop === "Allow" || invocations < RECURSIVE_INVOCATIONS) return false;
  world.record({ type: "loop-stopped", at, requestId, FunctionName: fn.name, invocations });
  return true;
}

/** What a synchronous caller is answered (Lambda API, RecursiveInvocationException). */
export const RECURSION_REFUSAL: Refusal = {
  StatusCode: 400,
  errorCode: "RecursiveInvocationException",
  body: { Type: "User", Message: RECURSION_MESSAGE },
};
