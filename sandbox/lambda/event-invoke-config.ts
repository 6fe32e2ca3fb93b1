/** PutFunctionEventInvokeConfig: how Lambda treats a function's asynchronous events, and where it tells of them. */
import type { EventInvokeConfig } from "../scenario.ts";
import { arnOf } from "../services/arn.ts";
import type { FunctionResource } from "./function-resource.ts";
import { ASYNCHRONOUS_RETRIES, EVENT_AGE } from "./quotas.ts";
import type { LambdaService, Refusal } from "./service.ts";

/** Replaces what was configured. A refusal is a mistake of the scenario's. */
export function putEventInvokeConfig(service: LambdaService, fn: FunctionResource, config: EventInvokeConfig): void {
  const { account } = service.world;
  const refusal = eventInvokeConfigRefusal(
    resolved(config, (named) => arnOf(named, account)),
    {
      FunctionName: fn.name,
      functionExists: (name) => service.functions.has(name),
    },
  );
  if (refusal !== undefined) throw new Error(`scenario: putEventInvokeConfig ${fn.name}: ${JSON.stringify(refusal.body)}`);
  fn.eventInvokeConfig = config;
}

export interface EventInvokeSurroundings {
  readonly FunctionName: string;
  readonly functionExists: (FunctionName: string) => boolean;
}

/** Why Lambda would refuse, in its words (recorded from AWS, fidelity.md §5.4). Destinations are ARNs here. */
export function eventInvokeConfigRefusal(
  config: EventInvokeConfig,
  { FunctionName, functionExists }: EventInvokeSurroundings,
): Refusal | undefined {
  const { MaximumRetryAttempts: retries, MaximumEventAgeInSeconds: age, DestinationConfig } = config;
  if (retries === undefined && age === undefined && DestinationConfig === undefined) {
    return invalid("You must specify at least one of error handling or destination setting.");
  }
  const outOfRange = range("maximumRetryAttempts", retries, ASYNCHRONOUS_RETRIES) ?? range("maximumEventAgeInSeconds", age, EVENT_AGE);
  if (outOfRange !== undefined) return invalid(outOfRange);
  const success = DestinationConfig?.OnSuccess?.Destination;
  const failure = DestinationConfig?.OnFailure?.Destination;
  for (const arn of [failure, success]) {
    const name = arn === undefined ? undefined : functionNamed(arn);
    if (name === undefined) continue;
    if (!functionExists(name)) return invalid(`The destination ARN ${arn} is invalid.`);
    if (name === FunctionName) return invalid("You can't specify the function as a destination for itself.");
  }
  if (isDestination(success, ON_SUCCESS) && isDestination(failure, ON_FAILURE)) return undefined;
  const told = (kind: string, arn: string | undefined) => (arn === undefined ? "null" : `${kind}(destination=${arn})`);
  const written = `DestinationConfig(onSuccess=${told("OnSuccess", success)}, onFailure=${told("OnFailure", failure)})`;
  return invalid(`The provided destination config ${written} is invalid.`);
}

const ON_SUCCESS: ReadonlySet<string> = new Set(["lambda", "sns", "sqs", "events"]);
/** A bucket takes failures only (developer guide, "Capturing records of Lambda asynchronous invocations"). */
const ON_FAILURE: ReadonlySet<string> = new Set([...ON_SUCCESS, "s3"]);

/** FIFO queues and topics are no destinations (same page). */
function isDestination(arn: string | undefined, services: ReadonlySet<string>): boolean {
  if (arn === undefined) return true;
  const [, , service = ""] = arn.split(":");
  return services.has(service) && !arn.endsWith(".fifo");
}

/** `arn:aws:lambda:<region>:<account>:function:<name>`, with or without a qualifier. */
const functionNamed = (arn: string): string | undefined => (arn.split(":")[2] === "lambda" ? arn.split(":")[6] : undefined);

const invalid = (message: string): Refusal => ({
  StatusCode: 400,
  errorCode: "InvalidParameterValueException",
  body: { Type: "User", message },
});

function range(
  name: string,
  value: number | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): string | undefined {
  if (value === undefined || (value >= least && value <= most)) return undefined;
  const bound = value < least ? `greater than or equal to ${least}` : `less than or equal to ${most}`;
  return `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must have value ${bound}`;
}

/** Its destinations by their ARNs. */
export function resolved(config: EventInvokeConfig, arn: (named: string) => string): EventInvokeConfig {
  const { OnSuccess, OnFailure } = config.DestinationConfig ?? {};
  if (config.DestinationConfig === undefined) return config;
  return {
    ...config,
    DestinationConfig: {
      ...(OnSuccess && { OnSuccess: { Destination: arn(OnSuccess.Destination) } }),
      ...(OnFailure && { OnFailure: { Destination: arn(OnFailure.Destination) } }),
    },
  };
}
