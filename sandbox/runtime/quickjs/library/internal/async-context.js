/**
 * What Node's own async_hooks (internal/async-hooks) has of the engine: the frame that AsyncLocalStorage reads, kept by whatever
 * is called later, and events for createHook. Nothing is kept, and nothing costs anything, before somebody asks for either.
 *
 * Simplified: for createHook a promise begins to be when something is to follow it (`then`, `await`): a promise that nothing
 * follows is not told of, and there is no promiseResolve.
 */
import { PROVIDERS } from "./async-providers.js";

// The engine's own functions pass through it: nobody may get between.
const { ReflectApply } = primordials;

/** An AsyncContextFrame, or undefined outside of all. */
let frame;
let keeps = false;
/** Some hook is there: whatever is called later gets a number. */
let hooked = false;
let promiseHooks;

function keep() {
  if (keeps) return;
  keeps = true;
  // Neither is there where the library stands alone.
  if (binding.asyncTracking !== undefined) Object.assign(binding.asyncTracking, { scope, reset });
  binding.followReactions?.(follow);
}

const hooks = () => require("internal/async-hooks")("internal/async_hooks");

/** For a callback that is about to be kept for later: what it is called through. */
function scope(type, resource) {
  const kept = frame;
  const events = hooked ? resourceEvents(type, resource) : undefined;
  return {
    run(callback, self, args) {
      const before = frame;
      frame = kept;
      events?.before();
      try {
        return ReflectApply(callback, self, args);
      } finally {
        events?.after();
        frame = before;
      }
    },
    end: () => events?.destroy(),
  };
}

function reset() {
  frame = undefined;
}

function resourceEvents(type, resource) {
  const { newAsyncId, getDefaultTriggerAsyncId, emitInit, emitBefore, emitAfter, emitDestroy } = hooks();
  const id = newAsyncId();
  const trigger = getDefaultTriggerAsyncId();
  emitInit(id, type, trigger, resource);
  return {
    before: () => emitBefore(id, trigger, resource),
    after: () => emitAfter(id),
    destroy: () => emitDestroy(id),
  };
}

function promiseEvents() {
  const promise = {};
  promiseHooks.init?.(promise);
  return {
    before: () => promiseHooks?.before?.(promise),
    after: () => {
      promiseHooks?.after?.(promise);
      for (const id of destroyedWith.get(promise) ?? []) destroy(id);
    },
  };
}

let second;

/**
 * The engine's hook (engine/reactions.ts): what shall be called for these two; called once more, without any, for the second. One
 * alone is the `then` of an object that a promise was resolved with.
 */
function follow(...pair) {
  if (pair.length === 0) return second;
  if (pair.length === 1) return remembering(pair[0]);
  const kept = frame;
  const events = promiseHooks === undefined ? undefined : promiseEvents();
  const following = (callback) =>
    typeof callback !== "function"
      ? callback
      : (value) => {
          const before = frame;
          frame = kept;
          events?.before();
          try {
            return ReflectApply(callback, undefined, [value]);
          } finally {
            events?.after();
            frame = before;
          }
        };
  second = following(pair[1]);
  return following(pair[0]);
}

function remembering(callback) {
  const kept = frame;
  return function (...args) {
    const before = frame;
    frame = kept;
    try {
      return ReflectApply(callback, this, args);
    } finally {
      frame = before;
    }
  };
}

export const contextFrameBinding = {
  getContinuationPreservedEmbedderData: () => frame,
  setContinuationPreservedEmbedderData(value) {
    if (value !== undefined) keep();
    frame = value;
  },
};

/** The ids of resources whose end is told when the garbage collector takes them, by the stand-in of a promise when it has been called. */
const destroyedWith = new WeakMap();
const collected = new FinalizationRegistry(({ id, destroyed }) => {
  if (!destroyed?.destroyed) destroy(id);
});
let toDestroy = [];

function destroy(id) {
  toDestroy.push(id);
  if (toDestroy.length > 1) return;
  binding.asyncTracking.later(() => {
    const ids = toDestroy;
    toDestroy = [];
    for (const one of ids) hooks().nativeHooks.destroy(one);
  });
}

const fields = new Uint32Array(9);
const stackLength = 7;
// Execution, trigger, counter, default trigger.
const ids = new Float64Array([0, 0, 1, -1]);

export const wrapBinding = {
  async_hook_fields: fields,
  async_id_fields: ids,
  execution_async_resources: [],
  // Grows as it is filled; Node's has an end, beyond which it asks for help.
  async_ids_stack: { __proto__: null, length: Number.POSITIVE_INFINITY },
  constants: {
    kInit: 0,
    kBefore: 1,
    kAfter: 2,
    kDestroy: 3,
    kPromiseResolve: 4,
    kTotals: 5,
    kCheck: 6,
    kStackLength: stackLength,
    kUsesExecutionAsyncResource: 8,
    kExecutionAsyncId: 0,
    kTriggerAsyncId: 1,
    kAsyncIdCounter: 2,
    kDefaultTriggerAsyncId: 3,
  },
  Providers: PROVIDERS,
  setCallbackTrampoline(trampoline) {
    hooked = trampoline !== undefined;
    if (hooked) keep();
  },
  /** A callback ended that had not begun: an exception has unwound those in between. */
  popAsyncContext() {
    wrapBinding.clearAsyncIdStack();
    return false;
  },
  clearAsyncIdStack() {
    fields[stackLength] = 0;
    ids[0] = 0;
    ids[1] = 0;
    wrapBinding.execution_async_resources.length = 0;
  },
  executionAsyncResource: () => undefined,
  registerDestroyHook(resource, id, destroyed) {
    if (destroyed === undefined) destroyedWith.set(resource, [...(destroyedWith.get(resource) ?? []), id]);
    else collected.register(resource, { id, destroyed });
  },
  queueDestroyAsyncId: destroy,
};

/** Of internal/promise_hooks, what async_hooks asks. */
export const promiseHooksPart = {
  createHook(given) {
    promiseHooks = given;
    return () => {
      if (promiseHooks === given) promiseHooks = undefined;
    };
  },
};
