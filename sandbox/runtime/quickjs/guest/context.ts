/** The context object, key by key in the order in which the runtime client sets them (fidelity.md §3.1). */
import type { Configuration, Host, InvocationData } from "./host.ts";
import { primordials as p } from "./primordials.ts";

export function addContextData(context: Record<string, unknown>, configuration: Configuration, host: Host, invocation: InvocationData): object {
  const { env, generation } = configuration;
  context.functionVersion = env.AWS_LAMBDA_FUNCTION_VERSION;
  context.functionName = env.AWS_LAMBDA_FUNCTION_NAME;
  context.memoryLimitInMB = env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE;
  context.logGroupName = env.AWS_LAMBDA_LOG_GROUP_NAME;
  context.logStreamName = env.AWS_LAMBDA_LOG_STREAM_NAME;
  context.clientContext = clientContext(invocation.clientContext);
  context.identity = undefined;
  context.invokedFunctionArn = invocation.invokedFunctionArn;
  context.awsRequestId = invocation.requestId;
  if (generation === "v4") context.xRayTraceId = invocation.traceId;
  context.tenantId = undefined;
  const { deadlineMs } = invocation;
  context.getRemainingTimeInMillis = function () {
    return deadlineMs - Math.floor(host.now());
  };
  return context;
}

function clientContext(json: string | null): unknown {
  if (json === null) return undefined;
  try {
    return p.JSONParse(json);
  } catch (error) {
    throw new Error(`Cannot parse ClientContext as json: ${error as string}`);
  }
}
