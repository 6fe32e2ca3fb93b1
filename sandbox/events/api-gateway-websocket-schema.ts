/** A WebSocket API's events as zod knows them. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import type { WebSocketEvent } from "./api-gateway-websocket.ts";
import { requestTimeText, textLists, texts } from "./rest-request-schema.ts";

const common = { stageVariables: texts.exactOptional(), isBase64Encoded: z.literal(false) };
const headers = { headers: texts, multiValueHeaders: textLists };
const connection = {
  extendedRequestId: z.string(),
  requestTime: requestTimeText,
  messageDirection: z.literal("IN"),
  stage: z.string(),
  connectedAt: z.int(),
  requestTimeEpoch: z.int(),
  identity: z.object({ userAgent: z.string().exactOptional(), sourceIp: z.string() }),
  requestId: z.string(),
  domainName: z.string(),
  connectionId: z.string().regex(/^[A-Za-z0-9+/]{15}=$/),
  apiId: z.string(),
};

export const webSocketEventSchema: z.ZodType<WebSocketEvent> = z.union([
  z.strictObject({
    ...headers,
    queryStringParameters: texts.exactOptional(),
    multiValueQueryStringParameters: textLists.exactOptional(),
    requestContext: z.strictObject({ routeKey: z.literal("$connect"), eventType: z.literal("CONNECT"), ...connection }),
    ...common,
  }),
  z.strictObject({
    requestContext: z.strictObject({ routeKey: z.string(), messageId: z.string(), eventType: z.literal("MESSAGE"), ...connection }),
    body: z.string(),
    ...common,
  }),
  z.strictObject({
    ...headers,
    requestContext: z.strictObject({
      routeKey: z.literal("$disconnect"),
      disconnectStatusCode: z.int(),
      eventType: z.literal("DISCONNECT"),
      disconnectReason: z.string(),
      ...connection,
    }),
    ...common,
  }),
]);
