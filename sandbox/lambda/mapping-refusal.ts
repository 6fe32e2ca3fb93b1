/**
 * What Lambda refuses of an event source mapping, in its own words (fidelity.md §6 and Appendix A: recorded from AWS). Ranges:
 * Lambda API, CreateEventSourceMapping, 2026-08; sentences for them are in the form of AWS's other ones.
 */
import type { EventSourceMappingDefinition } from "../scenario.ts";
import { compileFilterCriteria, type FilteredSource } from "./filter-criteria.ts";
import { isStream, type MappedSource, mappedSource } from "./mapping-settings.ts";
import { MAPPING } from "./quotas.ts";
import type { Refusal } from "./service.ts";

/** What of the account a mapping is judged by. */
export interface MappingSurroundings {
  /** Seconds. Undefined: there is no such function, version or alias. */
  readonly functionTimeout: number | undefined;
  /** Undefined: the queue or stream does not exist. Sources that are not simulated as resources exist. */
  readonly eventSource: { /** Seconds, of a queue. */ readonly VisibilityTimeout?: number } | undefined;
  /** UUID of another mapping of the same source and function. */
  readonly existing?: string;
}

/** `EventSourceArn` is an ARN here. The first thing that is wrong; undefined where nothing is. */
export function mappingRefusal(definition: EventSourceMappingDefinition, surroundings: MappingSurroundings): Refusal | undefined {
  const source = mappedSource(definition.EventSourceArn);
  if (source === undefined) return invalid("Unrecognized event source.");
  const message =
    outOfRange(definition) ??
    ofBatch(definition, source) ??
    ofPosition(definition, source) ??
    unsupported(definition, source) ??
    ofSurroundings(definition, source, surroundings) ??
    ofFilters(definition, source);
  if (message !== undefined) return invalid(message);
  return surroundings.existing === undefined ? undefined : duplicate(definition, source, surroundings.existing);
}

const invalid = (message: string): Refusal => ({
  StatusCode: 400,
  errorCode: "InvalidParameterValueException",
  body: { Type: "User", message },
});

type Range = readonly [least: number, most: number];

function outOfRange(definition: EventSourceMappingDefinition): string | undefined {
  const { ScalingConfig, ProvisionedPollerConfig } = definition;
  return (
    range("batchSize", definition.BatchSize, MAPPING.batchSize) ??
    range("maximumBatchingWindowInSeconds", definition.MaximumBatchingWindowInSeconds, MAPPING.batchingWindow) ??
    range("scalingConfig.maximumConcurrency", ScalingConfig?.MaximumConcurrency, MAPPING.maximumConcurrency) ??
    range("maximumRetryAttempts", definition.MaximumRetryAttempts, MAPPING.retryAttempts) ??
    range("maximumRecordAgeInSeconds", definition.MaximumRecordAgeInSeconds, MAPPING.recordAge) ??
    range("parallelizationFactor", definition.ParallelizationFactor, MAPPING.parallelizationFactor) ??
    range("tumblingWindowInSeconds", definition.TumblingWindowInSeconds, MAPPING.tumblingWindow) ??
    range("provisionedPollerConfig.minimumPollers", ProvisionedPollerConfig?.MinimumPollers, MAPPING.minimumPollers) ??
    range("provisionedPollerConfig.maximumPollers", ProvisionedPollerConfig?.MaximumPollers, MAPPING.maximumPollers)
  );
}

function range(name: string, value: number | undefined, [least, most]: Range): string | undefined {
  if (value === undefined || (value >= least && value <= most)) return undefined;
  const bound = value < least ? `greater than or equal to ${least}` : `less than or equal to ${most}`;
  return `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must have value ${bound}`;
}

function ofBatch(
  { BatchSize = 10, MaximumBatchingWindowInSeconds: window = 0, EventSourceArn }: EventSourceMappingDefinition,
  source: MappedSource,
) {
  if (source !== "sqs") return undefined;
  // Inferred: AWS documents both rules, their words are not recorded.
  if (EventSourceArn.endsWith(".fifo") && window > 0) return "Batching window is not supported for FIFO queues.";
  if (EventSourceArn.endsWith(".fifo") && BatchSize > MAPPING.fifoBatchSize) {
    return `Maximum batch size for FIFO queues is ${MAPPING.fifoBatchSize}.`;
  }
  if (BatchSize <= MAPPING.batchSizeWithoutWindow || window > 0) return undefined;
  return "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10";
}

function ofPosition({ StartingPosition, EventSourceArn }: EventSourceMappingDefinition, source: MappedSource): string | undefined {
  if (!isStream(source)) return undefined;
  if (StartingPosition === undefined) {
    return "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.";
  }
  const isWrong = source === "dynamodb" && StartingPosition === "AT_TIMESTAMP";
  return isWrong ? `Unsupported starting position for arn type: ${EventSourceArn}` : undefined;
}

const FOR_QUEUES: readonly (keyof EventSourceMappingDefinition)[] = ["ScalingConfig"];
const FOR_STREAMS: readonly (keyof EventSourceMappingDefinition)[] = ["ParallelizationFactor", "TumblingWindowInSeconds"];
const NOT_FOR_QUEUES: readonly (keyof EventSourceMappingDefinition)[] = [
  "DestinationConfig",
  "BisectBatchOnFunctionError",
  "MaximumRetryAttempts",
  "MaximumRecordAgeInSeconds",
  "StartingPosition",
];

/** DestinationConfig's sentence is recorded; those for other parameters are taken to be alike. */
function unsupported(definition: EventSourceMappingDefinition, source: MappedSource): string | undefined {
  const names = [...(source === "sqs" ? NOT_FOR_QUEUES : FOR_QUEUES), ...(isStream(source) ? [] : FOR_STREAMS)];
  // Developer guide, "Control which events Lambda sends to your function": DocumentDB is not among the sources.
  if (source === "documentdb") names.push("FilterCriteria");
  const given = names.find((name) => definition[name] !== undefined);
  if (given !== undefined) return `Unsupported ${given} parameter for given event source mapping type.`;
  if ((definition.TumblingWindowInSeconds ?? 0) === 0 || (definition.ParallelizationFactor ?? 1) === 1) return undefined;
  return "Parallelization factor must be 1 if tumbling window is greater than 0.";
}

function ofSurroundings(
  { EventSourceArn }: EventSourceMappingDefinition,
  source: MappedSource,
  { functionTimeout, eventSource }: MappingSurroundings,
) {
  if (functionTimeout === undefined) return "Function does not exist";
  if (eventSource === undefined) {
    return source === "sqs"
      ? "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist."
      : `Stream not found: ${EventSourceArn}`;
  }
  // Developer guide, "Creating and configuring an Amazon SQS event source mapping"; the words as readers of AWS's forums were given them.
  const { VisibilityTimeout } = eventSource;
  if (VisibilityTimeout === undefined || VisibilityTimeout >= functionTimeout) return undefined;
  return `Queue visibility timeout: ${VisibilityTimeout} seconds is less than Function timeout: ${functionTimeout} seconds`;
}

function ofFilters({ FilterCriteria = { Filters: [] } }: EventSourceMappingDefinition, source: MappedSource): string | undefined {
  const compiled = compileFilterCriteria(FilterCriteria, filteredSource(source));
  return "refusal" in compiled ? compiled.refusal.message : undefined;
}

/** DocumentDB has no filters: which language they would be in does not matter. */
export const filteredSource = (source: MappedSource): FilteredSource => (source === "documentdb" ? "dynamodb" : source);

function duplicate({ EventSourceArn, FunctionName }: EventSourceMappingDefinition, source: MappedSource, uuid: string): Refusal {
  const again = `Please update or delete the existing mapping with UUID ${uuid}`;
  const message =
    source === "sqs"
      ? `An event source mapping with SQS arn (" ${EventSourceArn} ") and function (" ${FunctionName} ") already exists. ${again}`
      : `The event source arn (" ${EventSourceArn} ") and function (" ${FunctionName} ") provided mapping already exists. ${again}`;
  return { StatusCode: 409, errorCode: "ResourceConflictException", body: { Type: "User", message } };
}
