/** HTTP front ends of an account: a request comes in, a function is asked, and an answer goes back to the client. */
import { balancerDomain } from "../events/alb.ts";
import { urlOf } from "../events/function-url.ts";
import { apiOf } from "../events/rest-request.ts";
import type { EventContext } from "../events/source.ts";
import type { SendStimulus } from "../scenario.ts";
import { type Arrival, arrival, type FunctionNeeded, type Received } from "../services/exchange.ts";
import type { FrontEnd } from "../services/front-end.ts";
import { forbidden, functionUrlReceives, preflightAnswer, unknownUrl } from "../services/function-url.ts";
import { type HttpAnswer, headerOf } from "../services/http-answer.ts";
import { httpApiReceives } from "../services/http-api.ts";
import { loadBalancerReceives } from "../services/load-balancer.ts";
import { restApiReceives, restStage } from "../services/rest-api.ts";
import { webSocketConnections } from "../services/websocket-api.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { type Random, uuid } from "../time/random.ts";
import { frontEndTime, networkOneWay } from "./durations.ts";
import { askFunction, type Heard } from "./front-end-invocation.ts";
import { functionUrlNamed, mayInvoke } from "./function-url.ts";
import type { LambdaService } from "./service.ts";

export type HttpRequestStimulus = Extract<SendStimulus, { readonly type: "httpRequest" }>;

export interface FrontEnds {
  /** `done` is called once, in the heap, when the client has its answer. */
  request(at: Instant, stimulus: HttpRequestStimulus, done: (at: Instant) => void): void;
}

/** A front end by the name that stimuli give it. */
interface Opened {
  /** What stands in front of a request's path. */
  readonly origin: (context: EventContext, method: string) => string;
  readonly receives: (arrived: Arrival) => Received;
}

export type FrontEndsPart = (service: LambdaService, definitions: readonly FrontEnd[]) => FrontEnds;

export function frontEnds(service: LambdaService, definitions: readonly FrontEnd[]): FrontEnds {
  const { world } = service;
  const draws = world.random.fork("front ends");
  const contexts = contextMaker(service, draws);
  const named = new Map(definitions.map((definition) => [definition.name, opened(service, definition, contexts)]));
  let exchanges = 0;

  const frontEnd = (to: string): Opened => {
    if (to.startsWith("url:")) return openedUrl(service, to);
    const found = named.get(to);
    if (found === undefined) throw new Error(`scenario: there is no front end ${to}`);
    return found;
  };

  return {
    request(at, { type: _, to, ...message }, done) {
      exchanges += 1;
      const exchange = exchanges;
      const { origin, receives } = frontEnd(to);
      const arrivesAt = at + networkOneWay(draws);
      const arrived = arrival(arrivesAt, message, contexts(to, arrivesAt));
      world.record({
        type: "front-end-requested",
        at,
        exchange,
        frontEnd: to,
        stimulus: world.stimulus(),
        method: message.method,
        url: `${origin(arrived.context, message.method)}${message.path}`,
        headers: message.headers ?? {},
        body: message.body ?? "",
      });
      const answered = (answer: HttpAnswer, from: Instant, wayBack: Millis, heard?: Heard) => {
        const back = from + wayBack;
        world.heap.schedule(back, () => {
          // The answer to HEAD has the headers that GET's would have, and no body (RFC 9110).
          const sent = message.method === "HEAD" ? { ...answer, body: "" } : answer;
          world.record({ type: "front-end-responded", at: back, exchange, frontEnd: to, ...heardOf(heard, answer, wayBack), ...sent });
          done(back);
        });
      };
      world.heap.schedule(arrivesAt, () => {
        const received = receives(arrived);
        const from = arrivesAt + frontEndTime(draws);
        if (!("asks" in received)) return answered(received.answer, from, networkOneWay(draws));
        world.heap.schedule(from, () => exchangeWith(service, to, from, received, networkOneWay(draws), answered));
      });
    },
  };
}

/** Asks the function and answers with what comes first: its answer, or the front end's patience at its end. */
function exchangeWith(
  service: LambdaService,
  frontEnd: string,
  at: Instant,
  { asks, interpret, timeout }: FunctionNeeded,
  wayBack: Millis,
  answered: (answer: HttpAnswer, from: Instant, wayBack: Millis, heard?: Heard) => void,
): void {
  const { heap } = service.world;
  let isOver = false;
  const once = (end: () => void) => () => {
    if (isOver) return;
    isOver = true;
    end();
  };
  const requestId = askFunction(service, frontEnd, at, asks, (heard, heardAt) => {
    // A streamed answer begins with its first piece.
    const beginsAt = heard.pieces?.[0]?.at ?? heardAt;
    heap.schedule(
      heardAt,
      once(() => answered(interpret(heard.answer, beginsAt), heardAt, wayBack, heard)),
    );
  });
  if (timeout === undefined) return;
  const expiresAt = at + timeout.after;
  heap.schedule(
    expiresAt,
    once(() => answered(timeout.answer(expiresAt), expiresAt, wayBack, { requestId })),
  );
}

/** What the trace keeps of the invocation; of an error page in place of a stream, no pieces. */
function heardOf(heard: Heard | undefined, answer: HttpAnswer, wayBack: Millis) {
  if (heard === undefined) return {};
  const { requestId, pieces = [], cut } = heard;
  if (headerOf(answer, "transfer-encoding") === undefined) return { requestId };
  const arrived = pieces.map(({ at, bytes }) => ({ at: at + wayBack, bytes }));
  return { requestId, pieces: arrived, ...(cut && { cut: true as const }) };
}

function opened(service: LambdaService, definition: FrontEnd, contexts: ContextMaker): Opened {
  switch (definition.type) {
    case "rest-api":
      return {
        origin: (context) => `https://${apiOf(context).domainName}/${restStage(definition)}`,
        receives: (arrived) => restApiReceives(definition, arrived),
      };
    case "http-api":
      return { origin: (context) => `https://${apiOf(context).domainName}`, receives: (arrived) => httpApiReceives(definition, arrived) };
    case "alb":
      return { origin: (context) => `http://${balancerDomain(context)}`, receives: (arrived) => loadBalancerReceives(definition, arrived) };
    case "websocket-api": {
      const { name } = definition;
      const connections = webSocketConnections(definition, {
        world: service.world,
        contextOf: (at, connection) => contexts(name, at, connection),
        tell: (at, asks) => {
          const { pending, heap } = service.world;
          pending.begin();
          heap.schedule(at, () => askFunction(service, name, at, asks, (_, heardAt) => heap.schedule(heardAt, () => pending.end())));
        },
      });
      return {
        origin: (context, method) => `${schemeOf(method)}://${apiOf(context).domainName}/${restStage(definition)}`,
        receives: connections.receives,
      };
    }
  }
}

/** The commands of a WebSocket API are plain requests. */
const schemeOf = (method: string) => (/^(GET|POST|DELETE)$/.test(method) ? "https" : "wss");

function openedUrl(service: LambdaService, to: string): Opened {
  return {
    origin: (context) => `https://${urlOf(context).domainName}`,
    receives: (arrived) => {
      const url = functionUrlNamed(service, to);
      const requestId = uuid(arrived.context.random);
      if (url === undefined) return { answer: unknownUrl(requestId, arrived.at) };
      const preflight = preflightAnswer(url, arrived, requestId);
      if (preflight !== undefined) return { answer: preflight };
      if (!mayInvoke(service, url, arrived.message.signed ?? false)) return { answer: forbidden(requestId, arrived.at) };
      return functionUrlReceives(url, arrived);
    },
  };
}

type ContextMaker = (frontEnd: string, at: Instant, connection?: string) => EventContext;

/** What stays (an API's id, a connection's) is forked from the front end's own chance; what is of one request is drawn. */
function contextMaker({ world }: LambdaService, draws: Random): ContextMaker {
  const { Region: region, AccountId: accountId } = world.account;
  const own = new Map<string, Random>();
  const ownOf = (frontEnd: string): Random => {
    const known = own.get(frontEnd) ?? world.random.fork(`front end ${frontEnd}`);
    own.set(frontEnd, known);
    return known;
  };
  return (frontEnd, at, connection) => {
    const { next, unit, between } = draws;
    const stays = ownOf(frontEnd);
    const fork = (name: string) => stays.fork(name === "connection" ? `connection ${connection}` : name);
    return { at, random: { next, unit, between, fork }, region, accountId };
  };
}
