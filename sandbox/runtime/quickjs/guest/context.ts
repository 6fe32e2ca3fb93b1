/** The context object, key by key in the order in which the runtime client sets them (fidelity.md §3.1). */
import type { Configuration, Host, InvocationData } from "./host.ts";
import { runtimeError } from "./lambda-errors.ts";
import { primordials as p } from "./primordials.ts";

export function addContextData(
  context: Record<string, unknown>,
  configuration: Configuration,
  host: Host,
  invocation: InvocationData,
): object {
  const { env, generation } = configuration;
  const values: Record<string, unknown> = {
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: clientContext(invocation.clientContext, generation),
    identity: undefined,
    invokedFunctionArn: invocation.invokedFunctionArn,
    awsRequestId: invocation.requestId,
    tenantId: undefined,
    xRayTraceId: invocation.traceId,
    getRemainingTimeInMillis: () => invocation.deadlineMs - p.MathFloor(host.now()),
  };
  const order = ORDER[generation];
  for (let index = 0; index < order.length; index += 1) {
    const key = order[index] as string;
    p.defineProperty(context, key, { value: values[key], writable: true, enumerable: true, configurable: true });
  }
  return context;
}

const ENVIRONMENT = ["memoryLimitInMB", "logGroupName", "logStreamName"];
const REQUEST = ["clientContext", "identity", "invokedFunctionArn", "awsRequestId", "tenantId"];

/** v3: InvokeContext.js; v4: context-builder, which puts the request first (aws-lambda-ric 3.3.0 and 4.0.2). */
const ORDER: Readonly<Record<Configuration["generation"], readonly string[]>> = {
  v3: ["functionVersion", "functionName", ...ENVIRONMENT, ...REQUEST, "getRemainingTimeInMillis"],
  v4: [...REQUEST, "xRayTraceId", "getRemainingTimeInMillis", "functionName", "functionVersion", ...ENVIRONMENT],
};

function clientContext(json: string | null, generation: Configuration["generation"]): unknown {
  if (json === null) return undefined;
  try {
    return p.JSONParse(json);
  } catch (error) {
    if (generation === "v3") throw new p.ErrorCtor(`Cannot parse ClientContext as json: ${error as string}`);
    const message = `Failed to parse lambda-runtime-client-context as JSON: ${(error as Error).message}`;
    throw runtimeError("PlatformError", message, "v4");
  }
}
