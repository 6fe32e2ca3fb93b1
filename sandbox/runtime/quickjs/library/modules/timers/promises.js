/** node:timers/promises. */
import { AbortError } from "../../internal/errors.js";
import { validateAbortSignal, validateBoolean, validateNumber, validateObject } from "../../internal/validators.js";

const globals = { setTimeout: globalThis.setTimeout, setImmediate: globalThis.setImmediate, setInterval: globalThis.setInterval };

function checked(delay, options) {
  if (delay !== undefined) validateNumber(delay, "delay");
  validateObject(options, "options");
  const { signal, ref = true } = options;
  validateAbortSignal(signal, "options.signal");
  validateBoolean(ref, "options.ref");
  return { signal, ref };
}

/** A promise for a timer that `start` starts and an abort signal stops. */
function wait(start, stop, delay, value, options) {
  let signal;
  let ref;
  try {
    ({ signal, ref } = checked(delay, options));
  } catch (error) {
    return Promise.reject(error);
  }
  const aborted = () => new AbortError(undefined, { cause: signal.reason });
  if (signal?.aborted) return Promise.reject(aborted());
  return new Promise((resolve, reject) => {
    const done = () => {
      signal?.removeEventListener("abort", cancel);
      resolve(value);
    };
    const timer = start(done);
    const cancel = () => {
      stop(timer);
      reject(aborted());
    };
    if (!ref) timer.unref();
    signal?.addEventListener("abort", cancel);
  });
}

export function setTimeout(delay, value, options = {}) {
  return wait((done) => globals.setTimeout(done, delay), clearTimeout, delay, value, options);
}

export function setImmediate(value, options = {}) {
  return wait((done) => globals.setImmediate(done), clearImmediate, undefined, value, options);
}

export async function* setInterval(delay, value, options = {}) {
  const { signal, ref } = checked(delay, options);
  const aborted = () => new AbortError(undefined, { cause: signal.reason });
  if (signal?.aborted) throw aborted();
  let due = 0;
  let wake;
  const tick = () => {
    due += 1;
    wake?.();
  };
  const stop = () => {
    clearInterval(timer);
    wake?.();
  };
  const timer = globals.setInterval(tick, delay);
  if (!ref) timer.unref();
  signal?.addEventListener("abort", stop);
  try {
    while (!signal?.aborted) {
      if (due === 0) {
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
      for (; due > 0; due -= 1) yield value;
    }
    throw aborted();
  } finally {
    clearInterval(timer);
    signal?.removeEventListener("abort", stop);
  }
}

export const scheduler = {
  wait: (delay, options) => setTimeout(delay, undefined, options),
  yield: () => setImmediate(),
};
