/**
 * The network as one execution environment sees it: every HTTP request and what became of it is an event of the trace.
 *
 * Simplified: of an environment's requests so many are in the trace, and of their bodies and headers so much; the reader is told.
 */
import { type Exchange, type HttpRequest, type Network, urlOf } from "../network/network.ts";
import type { ProcessNetwork } from "../runtime/runtime.ts";
import type { Instant } from "../time/instant.ts";
import type { TraceEvent } from "../trace/events.ts";

const REQUESTS_KEPT = 10_000;
const BODY_CHARACTERS_KEPT = 65_536;
const CHARACTERS_KEPT = 4_194_304;

export interface Recording {
  readonly network: Network;
  readonly record: (event: TraceEvent) => void;
}

export function outgoingRequests(
  { network, record }: Recording,
  environment: string,
  inRequest: () => { readonly requestId?: string },
): ProcessNetwork {
  const decoder = new TextDecoder();
  let recorded = 0;
  let characters = CHARACTERS_KEPT;
  /** The process's number of a request → the environment's, which goes on where a process is lost. Only of those in the trace. */
  const numbers = new Map<number, number>();

  const kept = (text: string, most = characters) => {
    const cut = text.slice(0, Math.min(most, characters));
    characters -= cut.length;
    return cut;
  };
  const headersOf = ({ headers }: HttpRequest) => {
    const joined: Record<string, string> = { __proto__: null as never };
    for (const [name, value] of headers) {
      const key = kept(name.toLowerCase());
      const before = joined[key];
      joined[key] = before === undefined ? kept(value) : `${before}, ${kept(value)}`;
    }
    return { ...joined };
  };

  return {
    lookup: network.lookup,
    request(id, request, at) {
      const exchange = network.request(request, at);
      if (recorded < REQUESTS_KEPT) {
        recorded += 1;
        numbers.set(id, recorded);
        record({
          type: "http-requested",
          at,
          environment,
          ...inRequest(),
          exchange: recorded,
          method: kept(request.method),
          url: kept(urlOf(request)),
          headers: headersOf(request),
          body: kept(decoder.decode(request.body.subarray(0, BODY_CHARACTERS_KEPT))),
          bodyBytes: request.body.length,
        });
      } else if (recorded === REQUESTS_KEPT) {
        recorded += 1;
        record({ type: "simplified", at, environment, ...inRequest(), what: "network events", amount: 0 });
      }
      return exchange;
    },
    answered(id, exchange: Exchange, at: Instant) {
      const number = numbers.get(id);
      if (number === undefined) return;
      numbers.delete(id);
      const became =
        "error" in exchange ? { error: exchange.error } : { status: exchange.answer.status, bodyBytes: exchange.answer.body.length };
      record({ type: "http-responded", at, environment, ...inRequest(), exchange: number, ...became });
    },
  };
}
