/**
 * Every number that AWS publishes about Lambda and that the sandbox obeys, once each, with AWS's page ("dg" is the AWS Lambda
 * Developer Guide) and the month in which it was checked.
 */

/** MB. Lambda API CreateFunction, 2026-11. */
export const MEMORY_SIZE = { least: 128, most: 10_240, default: 128 } as const;

/** Seconds. Lambda API CreateFunction, 2026-11. */
export const TIMEOUT = { least: 1, most: 900, default: 3 } as const;

/** MB of /tmp. Lambda API CreateFunction, 2026-11. */
export const EPHEMERAL_STORAGE = { least: 512, most: 10_240, default: 512 } as const;

/** Characters of a function's name without its ARN. Lambda API CreateFunction, 2026-11. */
export const FUNCTION_NAME_LENGTH = 64;

/** Characters of a handler string. Lambda API CreateFunction, 2026-08. */
export const HANDLER_LENGTH = 128;

/** Bytes of all environment variables together, measured on their JSON text. dg "Lambda quotas", 2026-10. */
export const ENVIRONMENT_VARIABLES_BYTES = 4_096;

/** Bytes of a deployment package, unzipped, with its layers (250 MB). dg "Lambda quotas", 2026-10. */
export const UNZIPPED_BYTES = 262_144_000;

/** Executions at a time in an account and Region, where no one asked for more. dg "Lambda quotas", 2026-10. */
export const CONCURRENT_EXECUTIONS = 1_000;

/** Bytes of the event of a synchronous invocation (6 MB). Lambda API Invoke, 2026-11. */
export const REQUEST_PAYLOAD_BYTES = 6_291_456;

/** Bytes of the response of a synchronous invocation: 6 MB and 100 bytes, recorded from AWS in 2025-11. */
export const RESPONSE_PAYLOAD_BYTES = 6_291_556;

/** Bytes of a streamed response (200 MB). dg "Response streaming for Lambda functions", 2026-10. */
export const STREAMED_RESPONSE_BYTES = 209_715_200;

/** Bytes of a streamed response without a bandwidth cap (6 MB), and bytes a second after them (2 MBps). Same page. */
export const STREAM_BANDWIDTH = { burst: 6_291_456, perSecond: 2_097_152 } as const;

/** Layers of a function. dg "Lambda quotas", 2026-10. */
export const LAYERS = 5;

/** Requests that active tracing samples: one a second, and this share of the others. dg "Visualize Lambda function invocations using AWS X-Ray", 2026-10. */
export const TRACING_SAMPLE = { perSecond: 1, share: 0.05 } as const;

/** MB at which a function has one whole vCPU. dg "Configure Lambda function memory", 2026-10. */
export const MEMORY_OF_ONE_VCPU = 1_769;

/** Milliseconds that Init may take on demand. dg "Understanding the Lambda execution environment lifecycle", 2026-10. */
export const INIT_LIMIT = 10_000;

/** Milliseconds that Init may take in a provisioned environment, where the function's timeout is not longer. Same page. */
export const PROVISIONED_INIT_LIMIT = 130_000;

/** Environments that a function may add on demand: so many at once, refilled evenly within the period. dg "Lambda scaling behavior", 2026-10. */
export const SCALING = { environments: 1_000, per: 10_000 } as const;

/** Requests a second for each unit of concurrency. dg "Understanding Lambda function scaling", 2026-10. */
export const REQUESTS_PER_CONCURRENCY = 10;

/** Concurrency that must stay unreserved. dg "Configuring reserved concurrency for a function", 2026-10. */
export const LEAST_UNRESERVED = 100;

/** Provisioned environments that a function is given a minute. dg "Configuring provisioned concurrency for a function", 2026-10. */
export const PROVISIONED_PER_MINUTE = 6_000;

/** Bytes of the log that LogType Tail brings back. Lambda API Invoke, 2026-11. */
export const LOG_TAIL_BYTES = 4_096;

/** Bytes of a client context, in Base64. Lambda API Invoke, 2026-11. */
export const CLIENT_CONTEXT_BYTES = 3_583;

/** Ranges of an event source mapping's settings. Lambda API CreateEventSourceMapping, 2026-08; dg "Lambda parameters for Amazon SQS event source mappings", 2026-10. */
export const MAPPING = {
  batchSize: [1, 10_000],
  /** Of an SQS queue without a batching window. */
  batchSizeWithoutWindow: 10,
  fifoBatchSize: 10,
  /** Seconds. */
  batchingWindow: [0, 300],
  maximumConcurrency: [2, 1_000],
  retryAttempts: [-1, 10_000],
  /** Seconds; −1: no limit. */
  recordAge: [-1, 604_800],
  parallelizationFactor: [1, 10],
  /** Seconds. */
  tumblingWindow: [0, 900],
  minimumPollers: [1, 200],
  maximumPollers: [1, 10_000],
} as const;

/**
 * Filters of an event source mapping, and what AWS raises it to on request: dg "Control which events Lambda sends to your function",
 * 2026-10. Characters of a pattern: Lambda API Filter, 2026-08.
 */
export const FILTERS = { byDefault: 5, onRequest: 10, patternCharacters: 4_096 } as const;

/** Bytes of records in one batch (6 MB). dg "Event source mapping", 2026-10. */
export const BATCH_BYTES = 6_291_456;

/** Batches at a time of an SQS mapping: at the start, more each minute while there is a backlog, at most. dg "Configuring scaling behavior for SQS event source mappings", 2026-10. */
export const QUEUE_SCALING = { initial: 5, idle: 2, perMinute: 300, most: 1_250 } as const;

/** Provisioned mode of an SQS mapping: pollers by default, batches at a time of one poller, batches more a minute. Same page. */
export const PROVISIONED_POLLERS = { least: 2, most: 200, concurrency: 10, perMinute: 1_000 } as const;

/** Attempts at an event of the internal queue after the first; seconds that it is kept. dg "How Lambda handles errors and retries with asynchronous invocation", 2026-10. */
export const ASYNCHRONOUS_RETRIES = { least: 0, most: 2, default: 2 } as const;
export const EVENT_AGE = { least: 60, most: 21_600, default: 21_600 } as const;

/** Milliseconds before the second and the third attempt at an event whose function failed. Same page. */
export const RETRY_WAITS = [60_000, 120_000] as const;

/** Milliseconds before an event that was throttled is tried again: at first, at most. Same page. */
export const THROTTLE_WAITS = { first: 1_000, most: 300_000 } as const;

/** Bytes of the event of an asynchronous invocation (1 MB). Lambda API Invoke, 2026-11. */
export const ASYNCHRONOUS_PAYLOAD_BYTES = 1_048_576;

/** Bytes of a record for a queue or topic: beyond them it goes without the function's answer. Lambda API OnFailure, 2026-08. */
export const DESTINATION_RECORD_BYTES = 262_144;

/** Invocations of a function by one triggering event that Lambda lets happen. dg "Use Lambda recursive loop detection", 2026-10: about 16. */
export const RECURSIVE_INVOCATIONS = 16;

/** Bytes of a tumbling window's state for each shard (1 MB). dg "Implementing stateful Kinesis Data Streams processing in Lambda", 2026-10. */
export const TUMBLING_WINDOW_STATE_BYTES = 1_048_576;

/** Retries of a Kafka mapping that would retry without end and has an on-failure destination. dg "Using a Kafka topic as an on-failure destination", 2026-10. */
export const KAFKA_RETRIES = 10;
