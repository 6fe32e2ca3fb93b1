/** Every number that AWS publishes about the services around Lambda and that the sandbox obeys, once each, with AWS's page and month. */

/** Milliseconds in which a FIFO queue knows a deduplication id again. SQS guide, "Exactly-once processing", 2026-10. */
export const DEDUPLICATION_INTERVAL = 300_000;

/** Messages that may be in flight: of a standard queue, of a FIFO queue. SQS guide, "Amazon SQS message quotas", 2026-10. */
export const IN_FLIGHT = { standard: 120_000, fifo: 120_000 } as const;

/** Bytes of a message with its attributes (1 MiB). Same page. */
export const MESSAGE_BYTES = 1_048_576;

/** Seconds. SQS API, CreateQueue, 2026-10. */
export const VISIBILITY_TIMEOUT = { least: 0, most: 43_200, default: 30 } as const;
export const DELAY = { least: 0, most: 900, default: 0 } as const;
export const RETENTION = { least: 60, most: 1_209_600, default: 345_600 } as const;

/** maxReceiveCount of a redrive policy. SQS API, SetQueueAttributes, 2026-10. */
export const MAX_RECEIVE_COUNT = { least: 1, most: 1_000 } as const;

/** Messages a second that a redrive moves at most. SQS API, StartMessageMoveTask, 2026-10. */
export const MOVED_PER_SECOND = 500;

/** Bytes of a message that is published to a topic (256 KiB). SNS API, Publish, 2026-10. */
export const NOTIFICATION_BYTES = 262_144;
