/** What AWS would not let a scenario set up, in AWS's own words (fidelity.md §7.2–§7.4, §6.1, §9, appendix A). */
import { concurrency, poolKey } from "../lambda/concurrency.ts";
import { eventInvokeConfigRefusal, resolved } from "../lambda/event-invoke-config.ts";
import { lambdaFunction } from "../lambda/function.ts";
import { type FunctionResource, functionResource, weightsOf } from "../lambda/function-resource.ts";
import { functionUrlRefusal } from "../lambda/function-url-refusal.ts";
import { mappingRefusal } from "../lambda/mapping-refusal.ts";
import { provisionedRefusal } from "../lambda/provisioned-concurrency.ts";
import { TIMEOUT } from "../lambda/quotas.ts";
import { requestRate } from "../lambda/request-rate.ts";
import { reservedRefusal } from "../lambda/reserved-concurrency.ts";
import type { Refusal } from "../lambda/service.ts";
import { addVersion, aliasRefusal } from "../lambda/versions.ts";
import { ACCOUNT_DEFAULTS, type EventSourceMappingDefinition, type FunctionDefinition, type Scenario } from "../scenario.ts";
import { arnOf } from "../services/arn.ts";

export interface ScenarioRefusal {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of a scenario in which every name stands for something. */
export function refusals(scenario: Scenario): readonly ScenarioRefusal[] {
  const account = { ...ACCOUNT_DEFAULTS, ...scenario.account };
  const functions = new Map<string, FunctionResource>();
  const service = { functions, concurrency: concurrency(account, functions) };
  for (const definition of scenario.functions) functions.set(definition.FunctionName, resourceOf(definition, account));
  const found: ScenarioRefusal[] = [];
  const tell = (path: readonly PropertyKey[], message: string | undefined) => {
    if (message !== undefined) found.push({ path, message });
  };
  scenario.functions.forEach((definition, index) => {
    const fn = resourceIn(functions, definition.FunctionName);
    definition.Aliases?.forEach((alias, place) => {
      tell(["functions", index, "Aliases", place], aliasRefusal(fn, alias));
    });
    definition.ProvisionedConcurrencyConfigs?.forEach(({ Qualifier, ProvisionedConcurrentExecutions: requested }, place) => {
      const message = provisionedRefusal(service, fn, Qualifier, requested);
      tell(["functions", index, "ProvisionedConcurrencyConfigs", place], message);
      if (message !== undefined) return;
      const pool = { FunctionName: fn.name, Qualifier, version: fn.latest, requested, state: "allocating" as const };
      service.concurrency.pools.set(poolKey(fn.name, Qualifier), { ...pool, environments: [], idle: [], rate: requestRate() });
    });
    if (fn.reserved !== undefined) tell(["functions", index, "ReservedConcurrentExecutions"], reservedRefusal(service, fn, fn.reserved));
    definition.FunctionUrlConfigs?.forEach((config, place, all) => {
      tell(["functions", index, "FunctionUrlConfigs", place], functionUrlRefusal(fn, config, all.slice(0, place)));
    });
    tell(["functions", index, "EventInvokeConfig"], ofDestinations(definition, scenario));
  });
  const mappings = scenario.eventSourceMappings ?? [];
  mappings.forEach((mapping, index) => {
    tell(["eventSourceMappings", index], ofMapping(mapping, mappings.slice(0, index), scenario, functions));
  });
  return found;
}

function resourceOf(
  definition: FunctionDefinition,
  account: Required<typeof ACCOUNT_DEFAULTS> | Required<NonNullable<Scenario["account"]>>,
) {
  // Layers have a check of their own.
  const made = (one: FunctionDefinition) => lambdaFunction({ ...one, Layers: [] }, { account, layers: [] });
  const fn = functionResource(definition, made(definition), 0);
  for (const version of definition.Versions ?? []) addVersion(fn, made({ ...definition, ...version }));
  return fn;
}

function resourceIn(functions: ReadonlyMap<string, FunctionResource>, name: string): FunctionResource {
  const fn = functions.get(name);
  if (fn === undefined) throw new Error(`refusals: there is no function ${name}`);
  return fn;
}

/** A function is known by its name here, whatever version of it a destination names. */
function ofDestinations({ FunctionName, EventInvokeConfig }: FunctionDefinition, { functions, ...scenario }: Scenario): string | undefined {
  if (EventInvokeConfig === undefined) return undefined;
  const account = { ...ACCOUNT_DEFAULTS, ...scenario.account };
  const refusal = eventInvokeConfigRefusal(
    resolved(EventInvokeConfig, (named) => arnOf(named, account)),
    { FunctionName, functionExists: (name) => functions.some((definition) => definition.FunctionName === name) },
  );
  return refusal && messageOf(refusal);
}

function ofMapping(
  mapping: EventSourceMappingDefinition,
  before: readonly EventSourceMappingDefinition[],
  scenario: Scenario,
  functions: ReadonlyMap<string, FunctionResource>,
): string | undefined {
  const account = { ...ACCOUNT_DEFAULTS, ...scenario.account };
  const EventSourceArn = arnOf(mapping.EventSourceArn, account);
  const fn = resourceIn(functions, mapping.FunctionName);
  const hasVersion = weightsOf(fn, mapping.Qualifier) !== undefined;
  const existing = before.some(
    (other) => arnOf(other.EventSourceArn, account) === EventSourceArn && other.FunctionName === mapping.FunctionName,
  );
  const refusal = mappingRefusal(
    { ...mapping, EventSourceArn },
    {
      functionTimeout: hasVersion ? (fn.latest.definition.Timeout ?? TIMEOUT.default) : undefined,
      eventSource: sourceOf(EventSourceArn, scenario, account),
      // AWS names the other mapping by its UUID, which a scenario's does not have yet.
      ...(existing && { existing: "00000000-0000-4000-8000-000000000000" }),
    },
  );
  return refusal && messageOf(refusal);
}

const messageOf = ({ body, errorCode }: Refusal) => ("message" in body ? String(body.message) : errorCode);

function sourceOf(arn: string, { queues = [], streams = [], tables = [] }: Scenario, account: Parameters<typeof arnOf>[1]) {
  const service = arn.split(":")[2];
  if (service === "sqs") {
    const queue = queues.find(({ QueueName }) => arnOf(`queue:${QueueName}`, account) === arn);
    return queue && { VisibilityTimeout: queue.VisibilityTimeout ?? 30 };
  }
  if (service === "kinesis") return streams.some(({ StreamName }) => arnOf(`stream:${StreamName}`, account) === arn) ? {} : undefined;
  if (service === "dynamodb") return tables.some(({ TableName }) => arnOf(`table:${TableName}`, account) === arn) ? {} : undefined;
  return {};
}
