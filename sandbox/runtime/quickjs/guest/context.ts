/**
 * The context object, key by key in the order in which the runtime clients set them (fidelity.md §3.1). Literals: a property of
 * a literal is the object's own whatever a learner has done to Object.prototype, and is cheap to make.
 */
import type { Configuration, Host, InvocationData } from "./host.ts";
import { runtimeError } from "./lambda-errors.ts";
import { primordials as p } from "./primordials.ts";

/** InvokeContext.js of aws-lambda-ric 3.3.0: put onto the object that has callbackWaitsForEmptyEventLoop, succeed, fail, done. */
export function addContextDataV3(context: object, { env }: Configuration, host: Host, invocation: InvocationData): object {
  const data = {
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: clientContext(invocation.clientContext, "v3"),
    identity: undefined,
    invokedFunctionArn: invocation.invokedFunctionArn,
    awsRequestId: invocation.requestId,
    tenantId: undefined,
    getRemainingTimeInMillis: remainingTime(host, invocation),
  };
  const keys = p.ObjectKeys(data);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    p.defineProperty(context, key, p.getOwnPropertyDescriptor(data, key) as PropertyDescriptor);
  }
  return context;
}

/** The context builder of aws-lambda-ric 4.0.2: the request comes first. */
export function contextV4({ env }: Configuration, host: Host, invocation: InvocationData): object {
  return {
    clientContext: clientContext(invocation.clientContext, "v4"),
    identity: undefined,
    invokedFunctionArn: invocation.invokedFunctionArn,
    awsRequestId: invocation.requestId,
    tenantId: undefined,
    xRayTraceId: invocation.traceId,
    getRemainingTimeInMillis: remainingTime(host, invocation),
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
  };
}

function remainingTime(host: Host, { deadlineMs }: InvocationData): () => number {
  return () => deadlineMs - p.MathFloor(host.now());
}

function clientContext(json: string | undefined, generation: Configuration["generation"]): unknown {
  if (json === undefined) return undefined;
  try {
    return p.JSONParse(json);
  } catch (error) {
    if (generation === "v3") throw new p.ErrorCtor(`Cannot parse ClientContext as json: ${error as string}`);
    const message = `Failed to parse lambda-runtime-client-context as JSON: ${(error as Error).message}`;
    throw runtimeError("PlatformError", message, "v4");
  }
}
