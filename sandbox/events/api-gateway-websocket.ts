/**
 * What a WebSocket API of API Gateway tells a function: a client connected, sent a message, or is gone. Shape: events recorded in
 * January 2024 (the fixtures of aws-lambda-go) and Powertools' connect event. Only $connect has the client's headers.
 */
import { jsonTexts, refused, textMatching } from "./field-values.ts";
import { deliveredLines, headerLists, lastValues, type TextLists, type Texts } from "./header-lists.ts";
import { type HeaderLine, HTTP_FIELDS, type HttpRequest, httpRequest, requestTime } from "./http-request.ts";
import { base64Id } from "./identifiers.ts";
import { apiOf, edgeHeaders, stageOf } from "./rest-request.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";
import { queryParameters } from "./url-text.ts";

export type WebSocketEvent = WebSocketConnectEvent | WebSocketMessageEvent | WebSocketDisconnectEvent;

export interface WebSocketConnectEvent extends Common, Headers {
  readonly queryStringParameters?: Texts;
  readonly multiValueQueryStringParameters?: TextLists;
  readonly requestContext: ConnectionContext & { readonly routeKey: "$connect"; readonly eventType: "CONNECT" };
}

export interface WebSocketMessageEvent extends Common {
  readonly requestContext: ConnectionContext & { readonly eventType: "MESSAGE"; readonly messageId: string };
  readonly body: string;
}

export interface WebSocketDisconnectEvent extends Common, Headers {
  readonly requestContext: ConnectionContext & {
    readonly routeKey: "$disconnect";
    readonly eventType: "DISCONNECT";
    /** RFC 6455 §7.4: 1000, 1001, …; 1005 where the client named none. */
    readonly disconnectStatusCode: number;
    readonly disconnectReason: string;
  };
}

interface Common {
  readonly stageVariables?: Texts;
  readonly isBase64Encoded: false;
}

interface Headers {
  readonly headers: Texts;
  readonly multiValueHeaders: TextLists;
}

interface ConnectionContext {
  /** `$connect`, `$default`, `sendMessage`: what the API's route selection expression found. */
  readonly routeKey: string;
  readonly extendedRequestId: string;
  readonly requestTime: string;
  readonly messageDirection: "IN";
  readonly stage: string;
  readonly connectedAt: number;
  readonly requestTimeEpoch: number;
  readonly identity: { readonly userAgent?: string; readonly sourceIp: string };
  readonly requestId: string;
  readonly domainName: string;
  readonly connectionId: string;
  readonly apiId: string;
}

const REQUEST_FIELDS = HTTP_FIELDS.filter(({ name }) => ["query", "headers", "sourceIp"].includes(name));

const FIELDS: readonly Field[] = [
  { name: "eventType", label: "일어난 일", kind: "select", default: "MESSAGE", options: ["CONNECT", "MESSAGE", "DISCONNECT"] },
  { name: "body", label: "메시지", kind: "text", default: '{"action":"sendMessage","text":"안녕하세요"}' },
  { name: "route", label: "메시지의 라우트", kind: "text", default: "$default" },
  { name: "stage", label: "스테이지", kind: "text", default: "prod" },
  { name: "stageVariables", label: "스테이지 변수(JSON 객체)", kind: "json", default: "{}" },
  ...REQUEST_FIELDS,
  { name: "connectedFor", label: "연결하고 지난 시간(초)", kind: "number", default: "3", least: 0, most: 7200 },
  { name: "disconnectStatusCode", label: "끊을 때의 상태 코드", kind: "number", default: "1001", least: 1000, most: 4999 },
  { name: "disconnectReason", label: "끊은 이유", kind: "text", default: "" },
];

export const apiGatewayWebSocket: EventSource<WebSocketEvent> = {
  name: "api-gateway-websocket",
  label: "API Gateway WebSocket API",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const variables = jsonTexts(read, "stageVariables");
    const last = { ...(Object.keys(variables).length > 0 && { stageVariables: variables }), isBase64Encoded: false } as const;
    switch (read.text("eventType")) {
      case "CONNECT":
        return { ...connected(read, context), ...last };
      case "DISCONNECT":
        return { ...disconnected(read, context), ...last };
      default:
        return { ...message(read, context), ...last };
    }
  },
};

function connected(read: FieldReader, context: EventContext): Omit<WebSocketConnectEvent, keyof Common> {
  const request = handshake(read);
  const query: TextLists = Object.fromEntries(queryParameters(request.query));
  const upgrade: readonly HeaderLine[] = [
    ["Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"],
    ["Sec-WebSocket-Key", base64Id(context.random, 16)],
    ["Sec-WebSocket-Version", "13"],
  ];
  const headers = headerLists(deliveredLines(request.headerLines, [...upgrade, ...edgeHeaders(context, request.sourceIp)]));
  return {
    headers: lastValues(headers),
    multiValueHeaders: headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: lastValues(query), multiValueQueryStringParameters: query }),
    requestContext: {
      routeKey: "$connect",
      eventType: "CONNECT",
      ...connectionContext(read, context, 0),
    },
  };
}

function message(read: FieldReader, context: EventContext): Omit<WebSocketMessageEvent, keyof Common> {
  const body = read.text("body").toWellFormed();
  // apigateway dg, "Quotas for WebSocket APIs": 128 KB.
  if (new TextEncoder().encode(body).length > 131_072) throw refused("body", "메시지는 128KB까지입니다.");
  return {
    requestContext: {
      routeKey: textMatching(read, "route", /^[^\s]{1,128}$/, "라우트 키는 빈칸 없는 1~128자입니다."),
      messageId: base64Id(context.random, 11),
      eventType: "MESSAGE",
      ...connectionContext(read, context, read.number("connectedFor")),
    },
    body,
  };
}

function disconnected(read: FieldReader, context: EventContext): Omit<WebSocketDisconnectEvent, keyof Common> {
  const headers = headerLists([
    ["Host", apiOf(context).domainName],
    ["x-api-key", ""],
    ["X-Forwarded-For", ""],
    ["x-restapi", ""],
  ]);
  return {
    headers: lastValues(headers),
    multiValueHeaders: headers,
    requestContext: {
      routeKey: "$disconnect",
      disconnectStatusCode: read.number("disconnectStatusCode"),
      eventType: "DISCONNECT",
      disconnectReason: read.text("disconnectReason"),
      ...connectionContext(read, context, read.number("connectedFor")),
    },
  };
}

/** The connection keeps its id from event to event; recorded: the two ids of a request are one. */
function connectionContext(read: FieldReader, context: EventContext, connectedFor: number): Omit<ConnectionContext, "routeKey"> {
  const request = handshake(read);
  const requestId = base64Id(context.random, 11);
  const userAgent = request.headers.get("user-agent");
  const { apiId, domainName } = apiOf(context);
  return {
    extendedRequestId: requestId,
    requestTime: requestTime(context),
    messageDirection: "IN",
    stage: stageOf(read),
    connectedAt: Math.floor(context.at) - connectedFor * 1000,
    requestTimeEpoch: Math.floor(context.at),
    identity: { ...(userAgent !== undefined && { userAgent }), sourceIp: request.sourceIp },
    requestId,
    domainName,
    connectionId: base64Id(context.random.fork("connection"), 11),
    apiId,
  };
}

/** The upgrade request: a GET of the stage's root without a body. */
function handshake(read: FieldReader): HttpRequest {
  const fixed: Readonly<Record<string, string>> = { method: "GET", path: "/", cookies: "", body: "" };
  return httpRequest({ ...read, text: (name) => fixed[name] ?? read.text(name) });
}
