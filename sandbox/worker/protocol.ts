/**
 * What passes between a page and its worker. One request, five replies, told apart by `type`. A session is identified by the
 * lab's name on the page; `run` is a number that the page counts up, so that late replies are recognised.
 *
 *   page ── run ──► worker        ready (once) · progress · needs … · finished | failed
 *
 * The page sends one request at a time and waits for its `finished` or `failed`; what waits meanwhile waits in the client.
 */
import type { Scenario } from "../scenario.ts";
import type { Trace } from "../trace/events.ts";

export type Request = { readonly type: "run"; readonly lab: string; readonly run: number; readonly scenario: Scenario };

export type Reply =
  /** Sent once, when the engine is compiled. */
  | { readonly type: "ready" }
  /** The run has begun; `stimulus` of `stimuli` are done. */
  | { readonly type: "progress"; readonly lab: string; readonly run: number; readonly stimulus: number; readonly stimuli: number }
  /** The run imports something that is being loaded; it will be run again from zero. For the page to show, nothing to answer. */
  | { readonly type: "needs"; readonly lab: string; readonly run: number; readonly what: readonly string[] }
  | { readonly type: "finished"; readonly lab: string; readonly run: number; readonly trace: Trace }
  /** Never an outcome of the reader's code. `could not build`: the message is for readers. `mistake`: one of ours, or a scenario that cannot be. */
  | {
      readonly type: "failed";
      readonly lab: string;
      readonly run: number;
      readonly why: "could not load" | "could not build" | "mistake";
      readonly message: string;
    };

/** Why a run that was asked for gave no trace. */
export type RunFailure =
  /** A later run of the same lab took its place. */
  | { readonly why: "superseded" }
  | { readonly why: "cancelled" }
  /** The engine or a part of its library did not arrive: the network. */
  | { readonly why: "could not load"; readonly message: string }
  /** TypeScript sources that cannot be deployed: a Korean sentence. */
  | { readonly why: "could not build"; readonly message: string }
  | { readonly why: "worker died"; readonly message: string }
  | { readonly why: "took too long" }
  | { readonly why: "mistake"; readonly message: string };

export type RunResult = { readonly ok: true; readonly trace: Trace } | { readonly ok: false; readonly failure: RunFailure };

/** What a worker said, if it is a reply at all: a page believes nothing that comes out of the place where readers' code ran. */
export function asReply(said: unknown): Reply | undefined {
  if (typeof said !== "object" || said === null || !("type" in said)) return undefined;
  // The shape is checked field by field below; the type only gives the fields names to be read by.
  const reply = said as Partial<Record<"type" | "lab" | "run" | "stimulus" | "stimuli" | "what" | "trace" | "why" | "message", unknown>>;
  if (reply.type === "ready") return { type: "ready" };
  if (typeof reply.lab !== "string" || typeof reply.run !== "number") return undefined;
  const { lab, run } = reply;
  if (reply.type === "progress" && typeof reply.stimulus === "number" && typeof reply.stimuli === "number") {
    return { type: "progress", lab, run, stimulus: reply.stimulus, stimuli: reply.stimuli };
  }
  if (reply.type === "needs" && Array.isArray(reply.what)) return { type: "needs", lab, run, what: reply.what.map(String) };
  if (reply.type === "finished" && isTrace(reply.trace)) return { type: "finished", lab, run, trace: reply.trace };
  if (reply.type === "failed" && (reply.why === "could not load" || reply.why === "could not build" || reply.why === "mistake")) {
    return { type: "failed", lab, run, why: reply.why, message: String(reply.message) };
  }
  return undefined;
}

function isTrace(value: unknown): value is Trace {
  return (
    typeof value === "object" &&
    value !== null &&
    "startsAt" in value &&
    typeof value.startsAt === "number" &&
    "endsAt" in value &&
    typeof value.endsAt === "number" &&
    "events" in value &&
    Array.isArray(value.events)
  );
}
