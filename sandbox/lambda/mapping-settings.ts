/** An event source mapping's settings with AWS's defaults, which depend on the source (Lambda API, CreateEventSourceMapping, 2026-08). */
import type { EventSourceMappingDefinition } from "../scenario.ts";
import type { FilteredSource } from "./filter-criteria.ts";

export type MappedSource = FilteredSource | "documentdb";

type Optional =
  | "Qualifier"
  | "ScalingConfig"
  | "ProvisionedPollerConfig"
  | "StartingPosition"
  | "StartingPositionTimestamp"
  | "DestinationConfig";

/** −1 stands for "no limit", as in AWS's API. `EventSourceArn` is an ARN. */
export type MappingSettings = Required<Omit<EventSourceMappingDefinition, Optional>> & Pick<EventSourceMappingDefinition, Optional>;

const SERVICES: Readonly<Record<string, MappedSource>> = {
  sqs: "sqs",
  kinesis: "kinesis",
  dynamodb: "dynamodb",
  kafka: "kafka",
  mq: "mq",
  rds: "documentdb",
};

/** Undefined: nothing that Lambda polls. */
export function mappedSource(arn: string): MappedSource | undefined {
  const [, , service = ""] = arn.split(":");
  return Object.hasOwn(SERVICES, service) ? SERVICES[service] : undefined;
}

export const isStream = (source: MappedSource): source is "kinesis" | "dynamodb" => source === "kinesis" || source === "dynamodb";

const DEFAULT_BATCH_SIZE: Readonly<Record<MappedSource, number>> = {
  sqs: 10,
  kinesis: 100,
  dynamodb: 100,
  kafka: 100,
  mq: 100,
  documentdb: 100,
};

/** Seconds: Kafka, MQ and DocumentDB gather for half a second, which cannot be asked for. */
const DEFAULT_WINDOW: Readonly<Record<MappedSource, number>> = { sqs: 0, kinesis: 0, dynamodb: 0, kafka: 0.5, mq: 0.5, documentdb: 0.5 };

/** `arn`: of the event source that the definition names. */
export function mappingSettings(definition: EventSourceMappingDefinition, arn: string, source: MappedSource): MappingSettings {
  return {
    ...definition,
    EventSourceArn: arn,
    Enabled: definition.Enabled ?? true,
    BatchSize: definition.BatchSize ?? DEFAULT_BATCH_SIZE[source],
    MaximumBatchingWindowInSeconds: definition.MaximumBatchingWindowInSeconds ?? DEFAULT_WINDOW[source],
    FilterCriteria: definition.FilterCriteria ?? { Filters: [] },
    FunctionResponseTypes: definition.FunctionResponseTypes ?? [],
    ParallelizationFactor: definition.ParallelizationFactor ?? 1,
    BisectBatchOnFunctionError: definition.BisectBatchOnFunctionError ?? false,
    MaximumRetryAttempts: definition.MaximumRetryAttempts ?? -1,
    MaximumRecordAgeInSeconds: definition.MaximumRecordAgeInSeconds ?? -1,
    TumblingWindowInSeconds: definition.TumblingWindowInSeconds ?? 0,
  };
}

export const reportsBatchItemFailures = (settings: MappingSettings): boolean =>
  settings.FunctionResponseTypes.includes("ReportBatchItemFailures");
