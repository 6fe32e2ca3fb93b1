/** Publishing versions, pointing aliases at them, updating $LATEST (developer guide, "Manage Lambda function versions"). */
import type { AliasDefinition, Files, FunctionDefinition } from "../scenario.ts";
import type { Instant } from "../time/instant.ts";
import { LATEST, type LambdaFunction, type VersionedDefinition } from "./function.ts";
import { type FunctionResource, weightsOf } from "./function-resource.ts";
import { reallocate } from "./provisioned-concurrency.ts";
import { retire } from "./run-invocation.ts";
import type { LambdaService } from "./service.ts";

/**
 * What UpdateFunctionCode or UpdateFunctionConfiguration changes of $LATEST. Published versions stay as they are.
 * Simplified: it is in effect at once; on AWS LastUpdateStatus is InProgress for some seconds, in which other updates are refused.
 */
export function updateLatest(
  service: LambdaService,
  fn: FunctionResource,
  at: Instant,
  change: { readonly files: Files } | { readonly configuration: Partial<Omit<FunctionDefinition, "FunctionName" | "files">> },
): void {
  const before = fn.latest;
  const isCode = "files" in change;
  // What is there already is built; only new sources have to be.
  const { build, ...built } = before.definition;
  const kept: VersionedDefinition = isCode && build !== undefined ? { ...built, build } : built;
  const changed = isCode ? { ...kept, files: change.files } : { ...kept, ...change.configuration };
  const next = service.made(changed, before.revision + 1);
  // The sources' language is remembered for the next update.
  fn.latest = build === undefined ? next : { ...next, definition: { ...next.definition, build } };
  const { configuration } = isCode ? { configuration: undefined } : change;
  if (configuration?.ReservedConcurrentExecutions !== undefined) fn.reserved = configuration.ReservedConcurrentExecutions;
  if (configuration?.EventInvokeConfig !== undefined) fn.eventInvokeConfig = configuration.EventInvokeConfig;
  service.world.record({ type: "function-updated", at, FunctionName: fn.name, what: isCode ? "code" : "configuration" });
  retire(service, before, at);
}

/** A snapshot of $LATEST under the next number; nothing, where nothing has changed since the last one. */
export function publishVersion(service: LambdaService, fn: FunctionResource, at: Instant): LambdaFunction {
  const last = [...fn.versions.values()].at(-1);
  if (last !== undefined && isSame(last, fn.latest)) return last;
  const version = addVersion(fn, fn.latest);
  service.world.record({ type: "function-updated", at, FunctionName: fn.name, what: "version", Version: version.version });
  return version;
}

/** Numbers are never used again. */
export function addVersion(fn: FunctionResource, snapshot: LambdaFunction): LambdaFunction {
  const version = { ...snapshot, version: String(fn.versions.size + 1) };
  fn.versions.set(version.version, version);
  return version;
}

function isSame(a: LambdaFunction, b: LambdaFunction): boolean {
  return JSON.stringify([a.definition, a.opt]) === JSON.stringify([b.definition, b.opt]);
}

/** Creates the alias or points it elsewhere: the next request is already routed so. */
export function putAlias(service: LambdaService, fn: FunctionResource, at: Instant, alias: AliasDefinition): void {
  const refusal = aliasRefusal(fn, alias);
  if (refusal !== undefined) throw new Error(`scenario: putAlias ${fn.name}:${alias.Name}: ${refusal}`);
  fn.aliases.set(alias.Name, alias);
  const weights = Object.fromEntries(weightsOf(fn, alias.Name) ?? []);
  service.world.record({ type: "alias-changed", at, FunctionName: fn.name, Name: alias.Name, weights });
  reallocate(service, fn, alias.Name, at);
}

export function deleteAlias(service: LambdaService, fn: FunctionResource, at: Instant, Name: string): void {
  if (!fn.aliases.delete(Name)) throw new Error(`scenario: deleteAlias: Cannot find alias arn: ${fn.arn}:${Name}`);
  service.world.record({ type: "alias-changed", at, FunctionName: fn.name, Name, weights: {} });
}

/** Why Lambda would refuse the alias, in its words (fidelity.md §7.4, appendix A). */
export function aliasRefusal(
  fn: Pick<FunctionResource, "arn" | "versions">,
  { FunctionVersion, RoutingConfig }: AliasDefinition,
): string | undefined {
  const others = Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {});
  const missing = [FunctionVersion, ...others].find((version) => version !== LATEST && !fn.versions.has(version));
  if (others.length > 1) return "Number of items in AdditionalVersionWeights cannot be greater than 1";
  if (others.length === 1 && [FunctionVersion, ...others].includes(LATEST)) {
    return "$LATEST is not supported for an alias pointing to more than 1 version";
  }
  if (others.includes(FunctionVersion)) {
    return `Invalid function version ${FunctionVersion}. Function version ${FunctionVersion} is already included in routing configuration.`;
  }
  return missing === undefined ? undefined : `Function not found: ${fn.arn}:${missing}`;
}
