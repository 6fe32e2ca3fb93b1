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

/** Bytes of a client context, in Base64. Lambda API Invoke, 2026-11. */
export const CLIENT_CONTEXT_BYTES = 3_583;
