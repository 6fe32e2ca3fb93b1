/** What both sides give a handler besides its files: the same function, the same start of the clock, the same environment. */

/** Node's side sets its clock to this instant before each handler and lets it run on, as the scenario's does. */
export const STARTS_AT = "2026-11-22T07:00:00.000Z";

export const FUNCTION = { FunctionName: "orders", MemorySize: 512, Timeout: 10 } as const;

/** Of Lambda's environment variables those that handlers read; the rest would only differ from run to run. */
export const ENVIRONMENT = {
  AWS_REGION: "ap-northeast-2",
  AWS_DEFAULT_REGION: "ap-northeast-2",
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_FUNCTION_NAME: FUNCTION.FunctionName,
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(FUNCTION.MemorySize),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${FUNCTION.FunctionName}`,
  AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  LANG: "en_US.UTF-8",
  TZ: "UTC",
} as const;
