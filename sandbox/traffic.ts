/** Many stimuli of one kind, at the instants of their arrivals, with an operator's changes in between. */
import type { SimulatedAccount } from "./account.ts";
import type { TrafficStimulus } from "./scenario.ts";
import type { Apply, Happening } from "./stimuli.ts";
import { arrivals } from "./time/arrivals.ts";
import type { Instant } from "./time/instant.ts";

export type ApplyTraffic = typeof applyTraffic;

/** Ends when its last arrival and its last change are over and every request of it has its answer. */
export function applyTraffic(
  account: SimulatedAccount,
  at: Instant,
  { arrivals: traffic, send, during = [] }: TrafficStimulus,
  apply: Apply<Happening>,
  done: (at: Instant) => void,
): void {
  const { heap, random } = account.world;
  const instants = arrivals(traffic, at, random.fork(`traffic ${account.world.stimulus()}`));
  let open = 1;
  let last = at + ("duration" in traffic ? traffic.duration : 0);
  const ended = (when: Instant) => {
    open -= 1;
    last = Math.max(last, when);
    if (open === 0) heap.schedule(last, () => done(last));
  };
  let number = 0;
  /** One arrival is scheduled at a time: a million of them need no list. */
  const next = () => {
    const arrival = instants.next();
    if (arrival.done === true) return ended(last);
    const instant = arrival.value;
    heap.schedule(instant, () => {
      number += 1;
      open += 1;
      apply(account, instant, numbered(send, number), ended);
      next();
    });
  };
  for (const { after, change } of during) {
    open += 1;
    heap.schedule(at + after, () => apply(account, at + after, change, ended));
  }
  next();
}

/** `{n}` in a payload, a body or a key is the arrival's number. */
function numbered<S extends object>(send: S, number: number): S {
  const text = JSON.stringify(send);
  // What was a stimulus is one still: only text inside of it changes.
  return text.includes("{n}") ? (JSON.parse(text.replaceAll("{n}", String(number))) as S) : send;
}
