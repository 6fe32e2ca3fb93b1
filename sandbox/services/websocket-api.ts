/**
 * A WebSocket API of API Gateway: connections that are opened, talk and go. apigateway dg, "Working with routes for WebSocket APIs",
 * "Use @connections commands in your backend service", "Quotas for configuring and running a WebSocket API" (2026).
 *
 * A request's method says what the client does: CONNECT, MESSAGE, DISCONNECT; or it is one to the API's own commands: GET, POST and
 * DELETE of /@connections/{connection}, signed.
 *
 * Simplified: a function cannot use @connections itself, and no route has a response.
 */
import { apiGatewayWebSocket, type WebSocketEvent } from "../events/api-gateway-websocket.ts";
import { base64Id } from "../events/identifiers.ts";
import type { EventContext, FieldValues } from "../events/source.ts";
import { decodedPath } from "../events/url-text.ts";
import type { Instant } from "../time/instant.ts";
import { routeNamed, webSocketRoute } from "./api-routes.ts";
import { type Arrival, type FunctionRequest, functionOf, type Received } from "./exchange.ts";
import type { FrontEnd, Route } from "./front-end.ts";
import { isLongerThan, WEBSOCKET_API } from "./front-end-quotas.ts";
import { type FunctionAnswer, type HttpAnswer, httpAnswer } from "./http-answer.ts";
import { isObject, jsonValue, statusCode } from "./proxy-response.ts";
import type { World } from "./world.ts";

export type WebSocketApi = Extract<FrontEnd, { type: "websocket-api" }>;

/** A connection by the scenario's name for it. */
export interface Connection {
  readonly name: string;
  readonly connectionId: string;
  readonly openedAt: Instant;
  lastActiveAt: Instant;
  readonly query: string;
  readonly headers: string;
}

export interface WebSocketPort {
  readonly world: Pick<World, "heap">;
  /** For an event of this connection: its id and the API's stay the same. */
  readonly contextOf: (at: Instant, connection: string) => EventContext;
  /** Asks a function whose answer nobody waits for. */
  readonly tell: (at: Instant, asks: FunctionRequest) => void;
}

export interface WebSocketConnections {
  receives(arrived: Arrival): Received;
  readonly open: ReadonlyMap<string, Connection>;
}

export function webSocketConnections(api: WebSocketApi, port: WebSocketPort): WebSocketConnections {
  const open = new Map<string, Connection>();
  /** How many a name has had: each has an id of its own. */
  const opened = new Map<string, number>();
  const { world, tell } = port;

  const contextOf = (at: Instant, name: string) => port.contextOf(at, `${name} ${opened.get(name) ?? 0}`);
  const eventOf = (at: Instant, connection: Connection, values: FieldValues): WebSocketEvent => {
    const written = { ...values, stage: api.stage ?? "prod", headers: connection.headers, query: connection.query };
    const event = apiGatewayWebSocket.build(written, contextOf(at, connection.name));
    // The form counts in whole seconds.
    return { ...event, requestContext: { ...event.requestContext, connectedAt: Math.floor(connection.openedAt) } } as WebSocketEvent;
  };
  const asksOf = (route: Route, event: WebSocketEvent): FunctionRequest => ({ ...functionOf(route), Payload: JSON.stringify(event) });

  const close = (at: Instant, connection: Connection, code: number, reason: string) => {
    open.delete(connection.name);
    const route = routeNamed(api.routes, "$disconnect");
    if (route === undefined) return;
    const values = { eventType: "DISCONNECT", disconnectStatusCode: String(code), disconnectReason: reason };
    tell(at, asksOf(route, eventOf(at, connection, values)));
  };

  /** Ten minutes without a message, or two hours in all. */
  const watch = (connection: Connection) => {
    const due = Math.min(connection.lastActiveAt + WEBSOCKET_API.idle, connection.openedAt + WEBSOCKET_API.connected);
    world.heap.schedule(due, () => {
      if (open.get(connection.name) !== connection) return;
      const isIdle = due - connection.lastActiveAt >= WEBSOCKET_API.idle;
      const isOld = due - connection.openedAt >= WEBSOCKET_API.connected;
      // [INF] The sentences that clients are seen to get with code 1001.
      if (isIdle || isOld) close(due, connection, 1001, isIdle ? "Idle timeout" : "Going away");
      else watch(connection);
    });
  };

  const connect = ({ at, message, values, context }: Arrival, name: string): Received => {
    const known = open.get(name);
    if (known !== undefined) close(at, known, 1005, "");
    opened.set(name, (opened.get(name) ?? 0) + 1);
    const identity = {
      connectionId: base64Id(contextOf(at, name).random.fork("connection"), 11),
      headers: values.headers ?? "{}",
      query: values.query ?? "",
    };
    const made: Connection = { name, openedAt: at, lastActiveAt: at, ...identity };
    const accepted = (acceptedAt: Instant): HttpAnswer => {
      open.set(name, made);
      watch(made);
      return switching(message.headers, acceptedAt);
    };
    const route = routeNamed(api.routes, "$connect");
    if (route === undefined) return { answer: accepted(at) };
    const event = eventOf(at, made, { eventType: "CONNECT" });
    return {
      asks: asksOf(route, event),
      interpret: (heard, answeredAt) => {
        const status = connectStatus(heard);
        if (status >= 200 && status <= 299) return accepted(answeredAt);
        const body = status === 502 || status === 500 ? frame("Internal server error", identity.connectionId, context) : "";
        return httpAnswer({ at: answeredAt, status, contentType: "application/json", body });
      },
      timeout: {
        after: WEBSOCKET_API.timeout,
        answer: (expiredAt) => httpAnswer({ at: expiredAt, status: 504, contentType: "application/json", body: "" }),
      },
    };
  };

  const send = ({ at, message, context }: Arrival, connection: Connection): Received => {
    const { body = "" } = message;
    connection.lastActiveAt = at;
    if (isLongerThan(body, WEBSOCKET_API.payloadBytes)) {
      close(at, connection, 1009, "");
      return { answer: nothing(413) };
    }
    const route = webSocketRoute(api.routes, body);
    const answerFrame = (status: number, text: string): HttpAnswer => ({
      ...nothing(status),
      body: frame(text, connection.connectionId, context),
    });
    if (route === undefined) return { answer: answerFrame(403, "Forbidden") };
    return {
      asks: asksOf(route, eventOf(at, connection, { eventType: "MESSAGE", body, route: route.routeKey })),
      // Without a route response nothing of what the function returns goes back.
      interpret: (heard) => (heard.how === "answered" ? nothing(200) : answerFrame(500, "Internal server error")),
      timeout: { after: WEBSOCKET_API.timeout, answer: () => answerFrame(504, "Endpoint request timed out") },
    };
  };

  const command = ({ at, message, request }: Arrival, asked: string): HttpAnswer => {
    const json = (status: number, body: string, errorType?: string) =>
      httpAnswer({
        at,
        status,
        contentType: "application/json",
        headers: errorType === undefined ? [] : [["x-amzn-ErrorType", errorType]],
        body,
      });
    if (!message.signed) return json(403, '{"message":"Missing Authentication Token"}', "MissingAuthenticationTokenException");
    const connection = [...open.values()].find(({ name, connectionId }) => name === asked || connectionId === asked);
    if (connection === undefined) return json(410, "", "GoneException");
    switch (request.method) {
      case "POST":
        if (isLongerThan(request.body, WEBSOCKET_API.payloadBytes)) return json(413, "", "PayloadTooLargeException");
        connection.lastActiveAt = at;
        return json(200, "");
      case "DELETE":
        close(at, connection, 1000, "");
        return json(204, "");
      default:
        return json(200, JSON.stringify({ connectedAt: iso(connection.openedAt), lastActiveAt: iso(connection.lastActiveAt) }));
    }
  };

  return {
    open,
    receives(arrived) {
      const { message, request, at } = arrived;
      const asked = /^\/@connections\/(.+)$/.exec(decodedPath(request.path))?.[1];
      if (asked !== undefined) return { answer: command(arrived, asked) };
      const name = message.connection ?? "client";
      if (message.method === "CONNECT") return connect(arrived, name);
      const connection = open.get(name);
      // What was closed takes nothing any more, and API Gateway hears nothing of it.
      if (connection === undefined) return { answer: nothing(410) };
      if (message.method === "MESSAGE") return send(arrived, connection);
      close(at, connection, 1005, "");
      return { answer: nothing(200) };
    },
  };
}

/** An error or a malformed answer is 502; what Lambda's API refused, 500. [INF] */
function connectStatus(heard: FunctionAnswer): number {
  if (heard.how === "rejected") return 500;
  const value = heard.how === "answered" ? jsonValue(heard.payload)?.value : undefined;
  return (isObject(value) ? statusCode(value.statusCode) : undefined) ?? 502;
}

/** What API Gateway sends into the connection itself. */
function frame(text: string, connectionId: string, { random }: EventContext): string {
  return `{"message": "${text}", "connectionId":"${connectionId}", "requestId":"${base64Id(random, 11)}"}`;
}

const nothing = (status: number): HttpAnswer => ({ status, statusText: "", headers: [], body: "" });

function switching(headers: Readonly<Record<string, string>> | undefined, at: Instant): HttpAnswer {
  const protocol = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "sec-websocket-protocol")?.[1];
  return {
    status: 101,
    statusText: "Switching Protocols",
    headers: [
      ["Date", new Date(Math.floor(at)).toUTCString()],
      ["Connection", "upgrade"],
      ["Upgrade", "websocket"],
      ...(protocol === undefined ? [] : [["Sec-WebSocket-Protocol", protocol.split(",")[0]?.trim() ?? ""] as const]),
    ],
    body: "",
  };
}

const iso = (at: Instant) => `${new Date(Math.floor(at)).toISOString().slice(0, 19)}Z`;
