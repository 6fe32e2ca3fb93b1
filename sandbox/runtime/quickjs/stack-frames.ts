/**
 * The frames below a learner's: Node's and the runtime client's, as recorded on AWS (fidelity.md §1.4, RIC issue #175). Where
 * no recording is known, none are shown.
 */
export type Stage = "init" | "handler" | "streaming handler" | "loop";
export type Generation = "v3" | "v4";

/** [INF] for a streaming handler: as many lines below the recorded ones as in the clients' own files. */
const CALL_FRAMES = {
  v3: {
    handler: "Runtime.handleOnceNonStreaming (file:///var/runtime/index.mjs:1173:29)",
    "streaming handler": "Runtime.handleOnceStreaming (file:///var/runtime/index.mjs:1212:38)",
  },
  v4: {
    handler: "BufferedInvokeProcessor.processInvoke (file:///var/runtime/index.mjs:1096:33)",
    "streaming handler": "StreamingInvokeProcessor.processInvoke (file:///var/runtime/index.mjs:1121:34)",
  },
} as const;

const LOOP_FRAMES: Readonly<Record<Generation, readonly string[]>> = {
  v3: [],
  v4: [
    "file:///var/runtime/index.mjs:1182:98",
    "InvokeStoreSingle.run (file:///var/runtime/index.mjs:84:14)",
    "_Runtime.runWithInvokeContext (file:///var/runtime/index.mjs:1195:24)",
    "async _Runtime.processSingleConcurrent (file:///var/runtime/index.mjs:1182:7)",
    "async _Runtime.start (file:///var/runtime/index.mjs:1169:7)",
    "async ignition (file:///var/runtime/index.mjs:1638:5)",
  ],
};

/** The handler is called as a method of the client's object; V8 puts that object's class before its name. */
const RECEIVERS = {
  v3: { handler: "Runtime", "streaming handler": "Runtime" },
  v4: { handler: "BufferedInvokeProcessor", "streaming handler": "StreamingInvokeProcessor" },
} as const;

/** V8 shows at most ten frames (Error.stackTraceLimit). */
const LIMIT = 10;

export function withClientFrames(frames: readonly string[], stage: Stage, generation: Generation): readonly string[] {
  if (stage === "init" || stage === "loop") return frames.slice(0, LIMIT);
  const own = [...frames];
  const last = own.pop();
  if (last !== undefined) own.push(asHandler(last, RECEIVERS[generation][stage]));
  return [...own, CALL_FRAMES[generation][stage], ...LOOP_FRAMES[generation]].slice(0, LIMIT);
}

/** `handler (file:///…)` → `Runtime.handler (file:///…)`; an anonymous one is called by the property it is kept in. */
function asHandler(frame: string, receiver: string): string {
  const named = /^([\w$]+) \((.*)\)$/.exec(frame);
  if (named) return `${receiver}.${named[1]} (${named[2]})`;
  return /^(?:file:\/\/|\/)/.test(frame) ? `${receiver}.handler (${frame})` : frame;
}
