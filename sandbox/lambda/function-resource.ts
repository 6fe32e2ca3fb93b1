/** A function as a whole: its $LATEST, its published versions, its aliases, and what is configured for all of them. */
import type { AliasDefinition, EventInvokeConfig, FunctionDefinition, FunctionUrlConfig } from "../scenario.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import { LATEST, type LambdaFunction } from "./function.ts";

export interface FunctionResource {
  readonly name: string;
  /** Without a qualifier. */
  readonly arn: string;
  latest: LambdaFunction;
  /** By number, in the order of publishing. */
  readonly versions: Map<string, LambdaFunction>;
  readonly aliases: Map<string, AliasDefinition>;
  /** Absent: it shares the account's unreserved concurrency. */
  reserved: number | undefined;
  eventInvokeConfig: EventInvokeConfig;
  readonly recursiveLoop: "Terminate" | "Allow";
  readonly urls: readonly FunctionUrlConfig[];
  /** Its State is Pending until then. */
  readonly activeAt: Instant;
}

export function functionResource(definition: FunctionDefinition, latest: LambdaFunction, activeAt: Instant): FunctionResource {
  return {
    name: definition.FunctionName,
    arn: latest.arn,
    latest,
    versions: new Map(),
    aliases: new Map(definition.Aliases?.map((alias) => [alias.Name, alias])),
    reserved: definition.ReservedConcurrentExecutions,
    eventInvokeConfig: definition.EventInvokeConfig ?? {},
    recursiveLoop: definition.RecursiveLoop ?? "Terminate",
    urls: definition.FunctionUrlConfigs ?? [],
    activeAt,
  };
}

/** Version → share, adding up to 1. Undefined: there is no such version or alias. */
export function weightsOf(fn: FunctionResource, qualifier: string | undefined): ReadonlyMap<string, number> | undefined {
  if (qualifier === undefined || qualifier === LATEST) return new Map([[LATEST, 1]]);
  if (fn.versions.has(qualifier)) return new Map([[qualifier, 1]]);
  const alias = fn.aliases.get(qualifier);
  if (alias === undefined) return undefined;
  const others = Object.entries(alias.RoutingConfig?.AdditionalVersionWeights ?? {});
  const rest = others.reduce((sum, [, weight]) => sum - weight, 1);
  return new Map([[alias.FunctionVersion, rest], ...others]);
}

/**
 * The version that a request of this qualifier runs: of an alias with weights it is chosen at random for each request (developer
 * guide, "Implement Lambda canary deployments using a weighted alias").
 */
export function versionFor(fn: FunctionResource, qualifier: string | undefined, random: Random): LambdaFunction | undefined {
  const weights = weightsOf(fn, qualifier);
  if (weights === undefined) return undefined;
  const [only] = weights.keys();
  if (weights.size === 1) return versionNumbered(fn, only ?? LATEST);
  let left = random.unit();
  for (const [version, weight] of weights) {
    left -= weight;
    if (left < 0) return versionNumbered(fn, version);
  }
  return versionNumbered(fn, only ?? LATEST);
}

export function versionNumbered(fn: FunctionResource, version: string): LambdaFunction | undefined {
  return version === LATEST ? fn.latest : fn.versions.get(version);
}
