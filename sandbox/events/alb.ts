/**
 * A request that an Application Load Balancer hands to a function: elasticloadbalancing application guide, "Lambda functions as
 * targets". Query parameters stay as the wire has them; header names are lower case. A target group with multi-value headers
 * sends the lists, one without the last values, never both.
 */
import { hexDigits } from "../time/random.ts";
import { base64 } from "./base64.ts";
import { textMatching } from "./field-values.ts";
import { lastValues, type TextLists, type Texts } from "./header-lists.ts";
import { contentLength, deliveredHeaders, HTTP_FIELDS, type HttpRequest, httpRequest } from "./http-request.ts";
import { traceHeader } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";
import { rawQueryParameters } from "./url-text.ts";

export interface ALBEvent {
  readonly requestContext: { readonly elb: { readonly targetGroupArn: string } };
  readonly httpMethod: string;
  readonly path: string;
  readonly queryStringParameters?: Texts;
  readonly multiValueQueryStringParameters?: TextLists;
  readonly headers?: Texts;
  readonly multiValueHeaders?: TextLists;
  /** Empty where the request has none. */
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const FIELDS: readonly Field[] = [
  ...HTTP_FIELDS,
  { name: "targetGroup", label: "대상 그룹 이름", kind: "text", default: "orders" },
  { name: "multiValue", label: "다중 값 헤더", kind: "select", default: "끔", options: ["끔", "켬"] },
];

export const alb: EventSource<ALBEvent> = {
  name: "alb",
  label: "Application Load Balancer 요청",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const request = httpRequest(read);
    // elasticloadbalancing API, CreateTargetGroup.
    const targetGroup = textMatching(
      read,
      "targetGroup",
      /^[A-Za-z0-9-]{1,32}$/,
      "대상 그룹 이름은 영문자, 숫자, 붙임표로 된 1~32자입니다.",
    );
    const { random, region, accountId } = context;
    const arn = `arn:aws:elasticloadbalancing:${region}:${accountId}:targetgroup/${targetGroup}/${hexDigits(random.fork("target group"), 16)}`;
    return {
      requestContext: { elb: { targetGroupArn: arn } },
      httpMethod: request.method,
      path: request.path,
      ...maps(context, request, read.text("multiValue") === "켬"),
      ...bodyOf(request),
    };
  },
};

function maps(context: EventContext, request: HttpRequest, isMultiValue: boolean) {
  const query: TextLists = Object.fromEntries(rawQueryParameters(request.query));
  const headers = headersOf(context, request);
  return isMultiValue
    ? { multiValueQueryStringParameters: query, multiValueHeaders: headers }
    : { queryStringParameters: lastValues(query), headers: lastValues(headers) };
}

/** The load balancer's own name, the same for each of its events. */
export function balancerDomain({ random, region }: EventContext): string {
  return `lambda-alb-${random.fork("load balancer").next() % 1_000_000_000}.${region}.elb.amazonaws.com`;
}

function headersOf(context: EventContext, request: HttpRequest): TextLists {
  const { at, random } = context;
  const delivered = deliveredHeaders(request, {
    ...(request.body !== "" && contentLength(request)),
    host: balancerDomain(context),
    "x-amzn-trace-id": traceHeader(random, Math.floor(at / 1000)),
    ...(request.cookies.length > 0 && { cookie: request.cookies.join("; ") }),
  });
  const values = (name: string) => request.headerLines.filter(([written]) => written.toLowerCase() === name).map(([, value]) => value);
  return Object.fromEntries(Object.entries(delivered).map(([name, joined]) => [name, values(name).length > 1 ? values(name) : [joined]]));
}

/** The guide's list of types that arrive as text; a body with a content-encoding, or of another type, is Base64. */
function bodyOf({ body, headers }: HttpRequest): Pick<ALBEvent, "body" | "isBase64Encoded"> {
  const contentType = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const isText = contentType.startsWith("text/") || /^application\/(json|javascript|xml)$/.test(contentType);
  if (body === "" || (isText && !headers.has("content-encoding"))) return { body, isBase64Encoded: false };
  return { body: base64(new TextEncoder().encode(body)), isBase64Encoded: true };
}
