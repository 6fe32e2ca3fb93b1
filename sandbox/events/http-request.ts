/**
 * An HTTP request as a reader describes it, and the parts of an event in payload format 2.0 that API Gateway's HTTP APIs and
 * function URLs share. AWS's pages: apigateway dg "Create AWS Lambda proxy integrations for HTTP APIs", lambda dg "Invoking
 * Lambda function URLs".
 */
import { isoTime } from "../time/instant.ts";
import { base64 } from "./base64.ts";
import { type EventContext, type Field, FieldError, type FieldReader } from "./source.ts";
import { queryParameters, wirePath, wireQuery } from "./url-text.ts";

export interface HttpEvent {
  readonly version: "2.0";
  /** `$default`, or `GET /items/{id}`. */
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  /** Names in lower case; values of a header that came twice joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded; values of a parameter that came twice joined with commas. */
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly requestContext: {
    readonly accountId: string;
    readonly apiId: string;
    readonly domainName: string;
    readonly domainPrefix: string;
    readonly http: {
      readonly method: string;
      readonly path: string;
      readonly protocol: "HTTP/1.1";
      readonly sourceIp: string;
      readonly userAgent: string;
    };
    readonly requestId: string;
    readonly routeKey: string;
    readonly stage: "$default";
    /** `22/Nov/2026:07:00:00 +0000`. */
    readonly time: string;
    readonly timeEpoch: number;
  };
  readonly body?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly isBase64Encoded: boolean;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

/** A GET, or with `method` and `body` set, say, the POST of an order. */
export const HTTP_FIELDS: readonly Field[] = [
  { name: "method", label: "메서드", kind: "select", default: "GET", options: METHODS },
  { name: "path", label: "경로", kind: "text", default: "/" },
  { name: "query", label: "쿼리 문자열", kind: "text", default: "" },
  { name: "headers", label: "헤더(JSON 객체)", kind: "json", default: "{}" },
  { name: "cookies", label: "쿠키(세미콜론으로 나눔)", kind: "text", default: "" },
  { name: "body", label: "본문", kind: "text", default: "" },
  { name: "sourceIp", label: "클라이언트 IP 주소", kind: "text", default: "203.0.113.10" },
];

export type HeaderLine = readonly [name: string, value: string];

export interface HttpRequest {
  readonly method: string;
  /** As the wire has it, percent-encoded. */
  readonly path: string;
  readonly query: string;
  /** Names in lower case; without `cookie` and `content-length`. */
  readonly headers: ReadonlyMap<string, string>;
  /** The same, line by line, with the names as the client wrote them. */
  readonly headerLines: readonly HeaderLine[];
  readonly cookies: readonly string[];
  /** Empty where the request has none. */
  readonly body: string;
  readonly sourceIp: string;
}

export function httpRequest(read: FieldReader): HttpRequest {
  const written = headerLinesOf(read.json("headers"));
  const cookies = [...cookiesOf(joinedHeaders(written).get("cookie") ?? ""), ...cookiesOf(read.text("cookies"))];
  const body = read.text("body").toWellFormed();
  const headerLines = written.filter(([name]) => !/^(cookie|content-length)$/i.test(name));
  // A JSON body is what lessons send; a reader who sends something else names its type.
  if (body !== "" && !joinedHeaders(written).has("content-type")) headerLines.push(["Content-Type", "application/json"]);
  return {
    method: read.text("method"),
    path: pathOf(read.text("path")),
    query: wireQuery(read.text("query")),
    headers: joinedHeaders(headerLines),
    headerLines,
    cookies,
    body,
    sourceIp: read.text("sourceIp"),
  };
}

/** The headers that clients and AWS's edge add to those of the request, sorted by name as AWS delivers them. */
export function deliveredHeaders(request: HttpRequest, added: Readonly<Record<string, string>>): Record<string, string> {
  const client: [string, string][] = [
    ["accept", "*/*"],
    ["user-agent", "curl/8.17.0"],
  ];
  const edge: [string, string][] = [
    ...Object.entries(added),
    ["x-forwarded-for", request.sourceIp],
    ["x-forwarded-port", "443"],
    ["x-forwarded-proto", "https"],
  ];
  const all = new Map([...client, ...request.headers, ...edge]);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const contentLength = (request: HttpRequest) => ({ "content-length": String(utf8(request.body).length) });

/** Absent where there are no parameters. */
export function queryStringParameters(query: string): { readonly queryStringParameters?: Record<string, string> } {
  const parameters = [...queryParameters(query)].map(([name, values]) => [name, values.join(",")] as const);
  return parameters.length === 0 ? {} : { queryStringParameters: Object.fromEntries(parameters) };
}

/** Bodies whose content type `isText` refuses arrive in Base64; a body that is empty does not arrive. */
export function deliveredBody(
  request: HttpRequest,
  isText: (contentType: string) => boolean,
): { readonly body?: string; readonly isBase64Encoded: boolean } {
  if (request.body === "") return { isBase64Encoded: false };
  const contentType = (request.headers.get("content-type") ?? "").split(";")[0] ?? "";
  if (isText(contentType.trim().toLowerCase())) return { body: request.body, isBase64Encoded: false };
  return { body: base64(utf8(request.body)), isBase64Encoded: true };
}

/** `22/Nov/2026:07:00:00 +0000` */
export function requestTime({ at }: EventContext): string {
  const [year, month, day] = isoTime(at).slice(0, 10).split("-");
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${isoTime(at).slice(11, 19)} +0000`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function pathOf(path: string): string {
  if (!path.startsWith("/")) throw new FieldError("path", `‘path’ 필드: 경로는 /로 시작해야 합니다. 받은 값: ${path}`);
  if (path.includes("?")) throw new FieldError("path", "‘path’ 필드: 물음표 뒤는 ‘query’ 필드에 쓰세요.");
  return wirePath(path);
}

/** Names in lower case; values of a header that came twice joined with commas. */
function joinedHeaders(lines: readonly HeaderLine[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [written, value] of lines) {
    const name = written.toLowerCase();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return headers;
}

function headerLinesOf(written: unknown): readonly HeaderLine[] {
  if (typeof written !== "object" || written === null || Array.isArray(written)) throw headerRefusal("JSON 객체여야 합니다.");
  return Object.entries(written).flatMap(([name, value]) => headerValues(name, value).map((each): HeaderLine => [name, each]));
}

function headerValues(name: string, value: unknown): readonly string[] {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) throw headerRefusal(`‘${name}’ 이름은 HTTP 헤더 이름이 아닙니다.`);
  if (typeof value === "string") return [value];
  if (Array.isArray(value) && value.every((part) => typeof part === "string")) return value;
  throw headerRefusal(`‘${name}’ 헤더의 값은 문자열이나 문자열 배열이어야 합니다.`);
}

const headerRefusal = (sentence: string) => new FieldError("headers", `‘headers’ 필드: ${sentence}`);

function cookiesOf(text: string): string[] {
  return text
    .split(";")
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== "");
}

const utf8 = (text: string) => new TextEncoder().encode(text);
