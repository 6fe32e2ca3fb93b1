import type { LambdaFunction } from "./function.ts";
import { type FunctionResource, versionNumbered, weightsOf } from "./function-resource.ts";

/** The version that a qualifier stands for; of an alias with weights the one that it points to. Undefined: there is none. */
export function mainVersion(fn: FunctionResource, qualifier: string | undefined): LambdaFunction | undefined {
  const [version] = weightsOf(fn, qualifier)?.keys() ?? [];
  return version === undefined ? undefined : versionNumbered(fn, version);
}
