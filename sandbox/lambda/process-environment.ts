/** The environment variables of a process on Lambda (fidelity.md §3.3, recorded on AWS in January 2026). */
import type { Account } from "../scenario.ts";
import { hexDigits, type Random } from "../time/random.ts";
import type { InitializationType, LambdaFunction } from "./function.ts";
import { RUNTIME_API } from "./runtime-api.ts";

export function processEnvironment(
  fn: LambdaFunction,
  account: Required<Account>,
  logStream: string,
  random: Random,
  initializationType: InitializationType,
): Record<string, string> {
  const { definition } = fn;
  const { LoggingConfig } = definition;
  const node = definition.Runtime.replace("nodejs", "node").replace(".x", "");
  const custom = definition.Environment.Variables;
  const isNode = definition.Runtime !== "provided.al2023";
  return {
    AWS_LAMBDA_FUNCTION_VERSION: fn.version,
    AWS_SESSION_TOKEN: `IQoJ${base64Digits(random, 412)}`,
    LD_LIBRARY_PATH: "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib",
    AWS_LAMBDA_LOG_GROUP_NAME: LoggingConfig.LogGroup,
    LAMBDA_TASK_ROOT: "/var/task",
    AWS_LAMBDA_RUNTIME_API: `${RUNTIME_API.hostname}:${RUNTIME_API.port}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    // "This environment variable is not defined for functions that use the provided runtimes" (developer guide, "Environment variables").
    ...(isNode && { AWS_EXECUTION_ENV: `AWS_Lambda_${definition.Runtime}` }),
    AWS_LAMBDA_FUNCTION_NAME: definition.FunctionName,
    AWS_XRAY_DAEMON_ADDRESS: "169.254.100.1:2000",
    PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
    AWS_DEFAULT_REGION: account.Region,
    PWD: "/var/task",
    AWS_SECRET_ACCESS_KEY: base64Digits(random, 40),
    LAMBDA_RUNTIME_DIR: "/var/runtime",
    LANG: "en_US.UTF-8",
    AWS_LAMBDA_INITIALIZATION_TYPE: initializationType,
    ...(isNode && {
      NODE_PATH: `/opt/nodejs/${node}/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task`,
    }),
    TZ: ":UTC",
    AWS_REGION: account.Region,
    AWS_ACCESS_KEY_ID: `ASIA${hexDigits(random, 16).toUpperCase()}`,
    SHLVL: "0",
    _AWS_XRAY_DAEMON_ADDRESS: "169.254.100.1",
    _AWS_XRAY_DAEMON_PORT: "2000",
    AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
    _HANDLER: definition.Handler,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.MemorySize),
    ...(LoggingConfig.LogFormat === "JSON"
      ? { AWS_LAMBDA_LOG_FORMAT: "JSON", AWS_LAMBDA_LOG_LEVEL: LoggingConfig.ApplicationLogLevel }
      : {}),
    ...custom,
  };
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Made-up credentials: they open nothing. */
function base64Digits(random: Random, count: number): string {
  let text = "";
  for (let index = 0; index < count; index += 1) text += BASE64[random.next() & 63];
  return text;
}
