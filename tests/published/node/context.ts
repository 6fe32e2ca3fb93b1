/** The context object, as the runtime client builds it. */

import { REQUEST_ID } from "../comparable.ts";
import type { Job } from "./jobs.ts";

type Callback = (error?: unknown, result?: unknown) => void;

export function context({ function: { FunctionName, MemorySize, Timeout }, Runtime }: Job) {
  const deadline = Date.now() + Timeout * 1000;
  let settle: { resolve: (value: unknown) => void; reject: (error: unknown) => void } | undefined;
  const callback: Callback = (error, result) => (error === undefined || error === null ? settle?.resolve(result) : settle?.reject(error));
  const done = {
    done: callback,
    fail: (error: unknown) => callback(error),
    succeed: (result: unknown) => callback(null, result),
  };
  return {
    context: {
      callbackWaitsForEmptyEventLoop: true,
      functionName: FunctionName,
      functionVersion: "$LATEST",
      memoryLimitInMB: String(MemorySize),
      logGroupName: `/aws/lambda/${FunctionName}`,
      logStreamName: "2026/11/22/[$LATEST]0123456789abcdef0123456789abcdef",
      invokedFunctionArn: `arn:aws:lambda:ap-northeast-2:123456789012:function:${FunctionName}`,
      awsRequestId: REQUEST_ID,
      getRemainingTimeInMillis: () => deadline - Date.now(),
      ...(Runtime === "nodejs24.x" ? {} : done),
    },
    /** A handler that answers by callback, or by the promise that it returns. */
    withCallback: (call: (callback: Callback) => unknown) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        const returned = call(callback);
        if (returned instanceof Promise) returned.then(resolve, reject);
      }),
  };
}
