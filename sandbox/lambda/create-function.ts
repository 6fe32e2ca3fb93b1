/** CreateFunction: a function with what a scenario says of it, its versions and aliases. */
import type { FunctionDefinition } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { functionResource } from "./function-resource.ts";
import type { LambdaService } from "./service.ts";
import { addVersion, aliasRefusal } from "./versions.ts";

/** `pending`: how long its State is Pending. */
export function createFunction(lambda: LambdaService, definition: FunctionDefinition, at: Instant, pending: Millis): void {
  const { FunctionName, Versions = [] } = definition;
  const fn = functionResource(definition, lambda.made(definition, 1), at + pending);
  for (const version of Versions) addVersion(fn, lambda.made({ ...definition, ...version, FunctionName }, 1));
  for (const alias of definition.Aliases ?? []) {
    const refusal = aliasRefusal(fn, alias);
    if (refusal !== undefined) throw new Error(`scenario: alias ${alias.Name} of ${fn.arn}: ${refusal}`);
  }
  lambda.functions.set(FunctionName, fn);
  const { reserved } = fn;
  if (reserved !== undefined) {
    lambda.world.record({ type: "concurrency-configured", at, FunctionName, ReservedConcurrentExecutions: reserved });
  }
}
