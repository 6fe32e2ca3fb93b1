/**
 * A process's HTTP requests on their way: what the guest sends as text and bytes, and takes its answer from when the time has
 * come (library/internal/network.js). The waiting itself is a timer of the guest's.
 */
import type { Exchange, HttpHeader } from "../../network/network.ts";
import type { Instant } from "../../time/instant.ts";
import type { ProcessNetwork } from "../runtime.ts";

export interface OpenRequests {
  /** JSON of a Lookup. */
  lookup(hostname: string): string;
  /** `head`: JSON of a RequestHead. JSON of `{ id, after, silent }`; silent: nothing at all comes back. */
  send(head: string, body: Uint8Array): string;
  /** Called once, when the answer is there: JSON of `{ status, statusText, headers, length }` or `{ error }`. */
  answer(id: number): string;
  /** Bytes of the answer's body. */
  body(id: number, from: number, to: number): Uint8Array;
  /** Nobody wants anything more of it. */
  drop(id: number): void;
}

interface RequestHead {
  readonly method: string;
  readonly protocol: "http:" | "https:";
  readonly hostname: string;
  readonly port: number;
  readonly path: string;
  readonly headers: readonly HttpHeader[];
}

const MOST_AT_ONCE = 1_048_576;

export function openRequests(network: ProcessNetwork, now: () => Instant): OpenRequests {
  const open = new Map<number, Exchange>();
  let last = 0;
  return {
    lookup: (hostname) => JSON.stringify(network.lookup(hostname)),
    send(head, body) {
      last += 1;
      // Written by the guest's library, which is ours.
      const exchange = network.request(last, { ...(JSON.parse(head) as RequestHead), body }, now());
      open.set(last, exchange);
      return JSON.stringify({ id: last, after: exchange.after, silent: "error" in exchange && exchange.error === "ETIMEDOUT" });
    },
    answer(id) {
      const exchange = found(open, id);
      network.answered(id, exchange, now());
      if ("error" in exchange) return JSON.stringify({ error: exchange.error });
      const { status, statusText, headers, body } = exchange.answer;
      return JSON.stringify({ status, statusText, headers, length: body.length });
    },
    body(id, from, to) {
      const exchange = found(open, id);
      if ("error" in exchange) throw new Error("open-requests: the body of an answer that never came was asked for");
      return exchange.answer.body.slice(from, Math.min(to, from + MOST_AT_ONCE));
    },
    drop: (id) => void open.delete(id),
  };
}

function found(open: ReadonlyMap<number, Exchange>, id: number): Exchange {
  const exchange = open.get(id);
  if (exchange === undefined) throw new Error(`open-requests: there is no request ${id}`);
  return exchange;
}
