/** The rules for a function's own environment variables: dg "Working with Lambda environment variables", 2026-10. */
import { ENVIRONMENT_VARIABLES_BYTES } from "./quotas.ts";

/** Lambda sets these itself and refuses a function that wants to. */
export const RESERVED_ENVIRONMENT_VARIABLES: readonly string[] = [
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_DEFAULT_REGION",
  "AWS_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_ACCESS_KEY",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_LAMBDA_RUNTIME_API",
  "LAMBDA_TASK_ROOT",
  "LAMBDA_RUNTIME_DIR",
];

export type VariableProblem = "reserved" | "not a name";

/** What is wrong with a variable's name, if anything: it starts with a letter and has at least two letters, digits and `_`. */
export function variableProblem(name: string): VariableProblem | undefined {
  if (RESERVED_ENVIRONMENT_VARIABLES.includes(name)) return "reserved";
  return /^[A-Za-z][A-Za-z0-9_]+$/.test(name) ? undefined : "not a name";
}

/** AWS measures the variables as JSON text. */
export function exceedsVariablesLimit(variables: Readonly<Record<string, string>>): boolean {
  return new TextEncoder().encode(JSON.stringify(variables)).length > ENVIRONMENT_VARIABLES_BYTES;
}
