/** A request to a REST API of API Gateway with a Lambda proxy integration (payload format 1.0). Maps that would be empty are null. */
import { base64 } from "./base64.ts";
import { commaSeparated } from "./field-values.ts";
import { lastValues, type TextLists, type Texts } from "./header-lists.ts";
import type { HttpRequest } from "./http-request.ts";
import { REST_FIELDS, type RestRequest, type RestRequestContext, restHeaders, restRequest, restRequestContext } from "./rest-request.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";

export interface RestEvent {
  readonly resource: string;
  /** Without the stage; as the wire has it, percent-encoded. */
  readonly path: string;
  readonly httpMethod: string;
  /** The last value of a header that came twice. */
  readonly headers: Texts;
  readonly multiValueHeaders: TextLists;
  /** Decoded; the last value of a parameter that came twice. */
  readonly queryStringParameters: Texts | null;
  readonly multiValueQueryStringParameters: TextLists | null;
  readonly pathParameters: Texts | null;
  readonly stageVariables: Texts | null;
  readonly requestContext: RestRequestContext;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
}

const FIELDS: readonly Field[] = [
  ...REST_FIELDS,
  { name: "binaryMediaTypes", label: "API의 이진 미디어 형식(쉼표로 나눔)", kind: "text", default: "" },
];

export const apiGatewayRest: EventSource<RestEvent> = {
  name: "api-gateway-rest",
  label: "API Gateway REST API 요청",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    return event(context, restRequest(read), commaSeparated(read.text("binaryMediaTypes")));
  },
};

function event(context: EventContext, request: RestRequest, binaryMediaTypes: readonly string[]): RestEvent {
  const { http, resource, query } = request;
  const headers = restHeaders(context, request);
  const hasQuery = Object.keys(query).length > 0;
  return {
    resource,
    path: http.path,
    httpMethod: http.method,
    headers: lastValues(headers),
    multiValueHeaders: headers,
    queryStringParameters: hasQuery ? lastValues(query) : null,
    multiValueQueryStringParameters: hasQuery ? query : null,
    pathParameters: orNull(request.pathParameters),
    stageVariables: orNull(request.stageVariables),
    requestContext: restRequestContext(context, request),
    ...bodyOf(http, binaryMediaTypes),
  };
}

const orNull = (texts: Texts) => (Object.keys(texts).length === 0 ? null : texts);

/** apigateway dg, "Binary media types for REST APIs": text, unless the API lists the content type as binary. */
function bodyOf(http: HttpRequest, binaryMediaTypes: readonly string[]): Pick<RestEvent, "body" | "isBase64Encoded"> {
  if (http.body === "") return { body: null, isBase64Encoded: false };
  const contentType = (http.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const isBinary = binaryMediaTypes.some((type) => type === "*/*" || type.toLowerCase() === contentType);
  if (!isBinary) return { body: http.body, isBase64Encoded: false };
  return { body: base64(new TextEncoder().encode(http.body)), isBase64Encoded: true };
}
