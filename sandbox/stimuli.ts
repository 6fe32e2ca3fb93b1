/** What each stimulus does, by its type: it begins at an instant and says when it has come to its end. */
import type { SimulatedAccount } from "./account.ts";
import { asynchronousTargets } from "./lambda/asynchronous.ts";
import { createFunction } from "./lambda/create-function.ts";
import { functionCreation } from "./lambda/durations.ts";
import { putEventInvokeConfig } from "./lambda/event-invoke-config.ts";
import type { FunctionResource } from "./lambda/function-resource.ts";
import { invokeAll } from "./lambda/invoke.ts";
import { deleteProvisionedConcurrency, putProvisionedConcurrency } from "./lambda/provisioned-concurrency.ts";
import { putFunctionConcurrency } from "./lambda/reserved-concurrency.ts";
import { deleteAlias, publishVersion, putAlias, updateLatest } from "./lambda/versions.ts";
import type { ResourceStimulus } from "./resources.ts";
import type { Stimulus } from "./scenario.ts";
import { sending } from "./services/sending.ts";
import type { Instant } from "./time/instant.ts";

/** `done` is called once, in the heap, at the instant at which the next stimulus may begin. */
export type Apply<S> = (account: SimulatedAccount, at: Instant, stimulus: S, done: (at: Instant) => void) => void;

/** Those that only let time pass are the clock's (simulation.ts). */
export type Happening = Exclude<Stimulus, { readonly type: "wait" | "settle" }>;

type Table = { readonly [Type in Happening["type"]]: Apply<Extract<Happening, { readonly type: Type }>> };

const TABLE: Table = {
  invoke: ({ lambda }, at, stimulus, done) => invokeAll(lambda, at, stimulus, done),
  httpRequest: ({ frontEnds }, at, stimulus, done) => frontEnds.request(at, stimulus, done),
  traffic: (account, at, stimulus, done) => account.traffic(account, at, stimulus, apply, done),
  sendMessages: accepted,
  publish: accepted,
  startMessageMoveTask: accepted,
  putRecords: accepted,
  writeItems: accepted,
  produce: accepted,
  putObject: accepted,
  putEvents: accepted,
  createFunction: ({ lambda }, at, { definition }, done) => {
    createFunction(lambda, definition, at, functionCreation(lambda.world.random.fork(`creation ${definition.FunctionName}`)));
    asynchronousTargets(lambda);
    done(at);
  },
  updateFunctionCode: changes((account, fn, at, { files }) => updateLatest(account.lambda, fn, at, { files })),
  updateFunctionConfiguration: changes((account, fn, at, { configuration }) => updateLatest(account.lambda, fn, at, { configuration })),
  publishVersion: changes(({ lambda }, fn, at) => publishVersion(lambda, fn, at)),
  putAlias: changes(({ lambda }, fn, at, { type, FunctionName, ...alias }) => putAlias(lambda, fn, at, alias)),
  deleteAlias: changes(({ lambda }, fn, at, { Name }) => deleteAlias(lambda, fn, at, Name)),
  putFunctionConcurrency: changes(({ lambda }, fn, at, { ReservedConcurrentExecutions }) =>
    putFunctionConcurrency(lambda, fn, at, ReservedConcurrentExecutions),
  ),
  deleteFunctionConcurrency: changes(({ lambda }, fn, at) => putFunctionConcurrency(lambda, fn, at, undefined)),
  putProvisionedConcurrency: changes(({ lambda }, fn, at, config) => putProvisionedConcurrency(lambda, fn, at, config)),
  deleteProvisionedConcurrency: changes(({ lambda }, fn, at, { Qualifier }) => deleteProvisionedConcurrency(lambda, fn, at, Qualifier)),
  putEventInvokeConfig: changes(({ lambda }, fn, _at, { EventInvokeConfig }) => putEventInvokeConfig(lambda, fn, EventInvokeConfig)),
  updateEventSourceMapping: ({ resources }, at, { type, ...change }, done) => resources.mappings.update(at, change, done),
};

/** Lets a stimulus happen. */
export const apply: Apply<Happening> = (account, at, stimulus, done) => {
  // The table's entry for a type takes the stimuli of that type.
  const entry = TABLE[stimulus.type] as Apply<Happening>;
  entry(account, at, stimulus, done);
};

/** A request to another service's API, which comes to its end when the service has answered. */
function accepted({ world, resources }: SimulatedAccount, at: Instant, stimulus: ResourceStimulus, done: (at: Instant) => void): void {
  const random = world.random.fork(`${stimulus.type} ${at}`);
  sending(world, random, at, (arrives) => resources.accept(arrives, stimulus), done);
}

/** An operator's change of a function: at once. */
function changes<S extends { readonly type: string; readonly FunctionName: string }>(
  change: (account: SimulatedAccount, fn: FunctionResource, at: Instant, stimulus: S) => void,
): Apply<S> {
  return (account, at, stimulus, done) => {
    const fn = account.lambda.functions.get(stimulus.FunctionName);
    if (fn === undefined) throw new Error(`scenario: there is no function ${stimulus.FunctionName} to update`);
    change(account, fn, at, stimulus);
    // A version or an alias that is new can be a destination from now on.
    asynchronousTargets(account.lambda);
    done(at);
  };
}
