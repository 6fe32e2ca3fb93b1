/** How a handler's call came to its end. */
import type { Result } from "../case.ts";

export type Settled = { readonly value: unknown } | { readonly error: unknown };

/** Far more than any of the handlers takes; a handler that never answers must not hold up the others. */
const PATIENCE_MS = 10_000;

let lose: ((error: unknown) => void) | undefined;

// On Lambda both end the invocation with an error.
process.on("unhandledRejection", (reason) => {
  const error = new Error(String(reason));
  error.name = "Runtime.UnhandledPromiseRejection";
  lose?.(error);
});
process.on("uncaughtException", (error) => lose?.(error));

export async function settled(call: () => unknown): Promise<Settled> {
  let patience: NodeJS.Timeout | undefined;
  try {
    return {
      value: await new Promise((resolve, reject) => {
        lose = reject;
        patience = setTimeout(() => reject(new Error("the handler did not answer in Node")), PATIENCE_MS);
        Promise.resolve(call()).then(resolve, reject);
      }),
    };
  } catch (error) {
    return { error };
  } finally {
    clearTimeout(patience);
    lose = undefined;
  }
}

export function describe(error: unknown): Extract<Result, { errorType: string }> {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  const { code } = error as { code?: unknown };
  return { errorType: error.name, errorMessage: error.message, ...(code === undefined ? {} : { code: String(code) }) };
}
