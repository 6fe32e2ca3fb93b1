/** An account in a Region while it is simulated: Lambda and its neighbours, on one clock. */
import { asynchronousTargets } from "./lambda/asynchronous.ts";
import { concurrency, poolKey } from "./lambda/concurrency.ts";
import { createFunction } from "./lambda/create-function.ts";
import { putEventInvokeConfig } from "./lambda/event-invoke-config.ts";
import type { FrontEnds } from "./lambda/front-ends.ts";
import { type LambdaFunction, lambdaFunction, type VersionedDefinition } from "./lambda/function.ts";
import type { FunctionResource } from "./lambda/function-resource.ts";
import { catalogueLayerNamed, layerNamed } from "./lambda/layers.ts";
import { putProvisionedConcurrency } from "./lambda/provisioned-concurrency.ts";
import type { LambdaService } from "./lambda/service.ts";
import { tracer } from "./lambda/tracing.ts";
import { httpStubs } from "./network/http-stub.ts";
import { network } from "./network/network.ts";
import type { PartsAtHand } from "./parts.ts";
import type { Resources } from "./resources.ts";
import type { Runtime } from "./runtime/runtime.ts";
import { ACCOUNT_DEFAULTS, type FunctionDefinition, type Scenario } from "./scenario.ts";
import { pending, type World } from "./services/world.ts";
import { eventHeap } from "./time/event-heap.ts";
import type { Instant } from "./time/instant.ts";
import { seededRandom } from "./time/random.ts";
import type { TraceEvent } from "./trace/events.ts";
import type { ApplyTraffic } from "./traffic.ts";

/** What happens before any stimulus, and everything that a stimulus can reach. */
export interface SimulatedAccount {
  readonly world: World;
  readonly lambda: LambdaService;
  /** Made, and their part asked for, when the first request reaches one. */
  readonly frontEnds: FrontEnds;
  /** There from the start where the scenario has any. */
  readonly resources: Resources;
  /** Asked for when the first traffic begins. */
  readonly traffic: ApplyTraffic;
  /** What has to be there before the first stimulus is: provisioned environments. */
  isReady(): boolean;
}

export interface AccountOptions {
  readonly startsAt: Instant;
  readonly runtime: Runtime;
  readonly part: PartsAtHand;
  readonly record: (event: TraceEvent) => void;
  /** The number of the stimulus that is being applied. */
  readonly stimulus: () => number;
}

/** Builds what a scenario says exists. Nothing has happened yet, but allocation of provisioned concurrency has begun. */
export function simulatedAccount(scenario: Omit<Scenario, "stimuli">, options: AccountOptions): SimulatedAccount {
  const world = newWorld(scenario, options);
  const lambda = newLambda(scenario, world, options.runtime);
  for (const definition of scenario.functions) createFunction(lambda, definition, options.startsAt, 0);
  for (const definition of scenario.functions) provision(lambda, definition, options.startsAt);
  for (const { FunctionName, EventInvokeConfig } of scenario.functions) {
    const fn = lambda.functions.get(FunctionName);
    if (fn !== undefined && EventInvokeConfig !== undefined) putEventInvokeConfig(lambda, fn, EventInvokeConfig);
  }
  asynchronousTargets(lambda);
  const { startsAt, part } = options;
  const resources = once(() => part("resources")(lambda, scenario, startsAt));
  const frontEnds = once(() => part("front-ends")(lambda, scenario.frontEnds ?? []));
  if (RESOURCES.some((kind) => (scenario[kind] ?? []).length > 0)) resources();
  return {
    world,
    lambda,
    get frontEnds() {
      return frontEnds();
    },
    get resources() {
      return resources();
    },
    get traffic() {
      return part("traffic");
    },
    isReady: () => isReady(lambda, scenario.functions),
  };
}

/** What a scenario may have of them: targets, and what happens without a stimulus (schedules, polls). */
const RESOURCES = ["queues", "topics", "streams", "tables", "brokers", "buckets", "rules", "eventSourceMappings"] as const;

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function newWorld(scenario: Omit<Scenario, "stimuli">, { record, stimulus }: AccountOptions): World {
  return {
    heap: eventHeap(),
    random: seededRandom(scenario.seed),
    account: { ...ACCOUNT_DEFAULTS, ...scenario.account },
    record,
    stimulus,
    targets: new Map(),
    pending: pending(),
  };
}

function newLambda(scenario: Omit<Scenario, "stimuli">, world: World, runtime: Runtime): LambdaService {
  const { account, heap, random, record } = world;
  const functions = new Map<string, FunctionResource>();
  return {
    world,
    functions,
    environments: [],
    concurrency: concurrency(account, functions),
    tracer: tracer(random),
    routing: random.fork("alias routing"),
    made: (definition, revision) => made(scenario, world, runtime, definition, revision),
    around: {
      heap,
      runtime,
      account,
      history: { initBilling: true, platformLogStyle: "new", ...scenario.history },
      random,
      network: network([httpStubs(scenario.http ?? [])]),
      record,
    },
  };
}

/** A version of these sources, with the layers of the scenario and those of the catalogue that it names. */
function made(
  { layers = [] }: Pick<Scenario, "layers">,
  { account }: World,
  runtime: Runtime,
  definition: VersionedDefinition,
  revision: number,
): LambdaFunction {
  const others = (definition.Layers ?? []).filter((name) => layerNamed(name, layers, account) === undefined);
  const named = others.map((name) => catalogueLayerNamed(name, account)).filter((layer) => layer !== undefined);
  const catalogue = named.map((name) => ({ LayerName: name, files: runtime.catalogueLayer(name) }));
  const files = definition.build === undefined ? definition.files : runtime.build(definition.files);
  return lambdaFunction({ ...definition, files }, { account, layers: [...layers, ...catalogue] }, revision);
}

function provision(lambda: LambdaService, { FunctionName, ProvisionedConcurrencyConfigs = [] }: FunctionDefinition, at: Instant): void {
  const fn = lambda.functions.get(FunctionName);
  if (fn !== undefined) for (const config of ProvisionedConcurrencyConfigs) putProvisionedConcurrency(lambda, fn, at, config);
}

function isReady({ concurrency }: LambdaService, functions: readonly FunctionDefinition[]): boolean {
  return functions.every(({ FunctionName, ProvisionedConcurrencyConfigs = [] }) =>
    ProvisionedConcurrencyConfigs.every(
      ({ Qualifier, readyAtStart = true }) =>
        !readyAtStart || concurrency.pools.get(poolKey(FunctionName, Qualifier))?.state !== "allocating",
    ),
  );
}
