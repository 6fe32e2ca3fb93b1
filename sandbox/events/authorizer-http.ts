/**
 * What an authorizer of an HTTP API gets in payload format 2.0. Shape: apigateway dg, "Control access to HTTP APIs with AWS Lambda
 * authorizers", and an event recorded in June 2024: no body, no isBase64Encoded, and cookies only where there are some.
 */
import { API_GATEWAY_HTTP_FIELDS, httpApiEvent } from "./api-gateway-http.ts";
import { commaSeparated, refused } from "./field-values.ts";
import { type HttpEvent, httpRequest } from "./http-request.ts";
import { type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface HttpAuthorizerEvent extends Omit<HttpEvent, "body" | "isBase64Encoded"> {
  readonly type: "REQUEST";
  readonly routeArn: string;
  /** The values of what the authorizer names as its identity sources. */
  readonly identitySource: readonly string[];
}

const FIELDS: readonly Field[] = [
  ...API_GATEWAY_HTTP_FIELDS.filter(({ name }) => name !== "body").map((field) =>
    field.name === "headers" ? { ...field, default: '{"Authorization":"Bearer my-token"}' } : field,
  ),
  { name: "identitySource", label: "자격 증명 소스(쉼표로 나눔)", kind: "text", default: "$request.header.Authorization" },
];

export const authorizerHttp: EventSource<HttpAuthorizerEvent> = {
  name: "authorizer-http",
  label: "HTTP API 람다 권한 부여자",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const routeKey = read.text("route");
    const request = httpRequest({ ...read, text: (name) => (name === "body" ? "" : read.text(name)) });
    const { isBase64Encoded: _, version, ...event } = httpApiEvent(context, request, routeKey);
    const { accountId, apiId, stage } = event.requestContext;
    return {
      version,
      type: "REQUEST",
      routeArn: `arn:aws:execute-api:${context.region}:${accountId}:${apiId}/${stage}/${routeKey.replace(" ", "")}`,
      identitySource: identityOf(read, event),
      ...event,
    };
  },
};

/** `$request.header.name` and `$request.querystring.name`: a request that lacks one never reaches the function. */
function identityOf(read: FieldReader, { headers, queryStringParameters = {} }: Pick<HttpEvent, "headers" | "queryStringParameters">) {
  return commaSeparated(read.text("identitySource")).map((source) => {
    const [, kind, name = ""] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
    if (kind === undefined) {
      throw refused("identitySource", `$request.header.이름, 또는 $request.querystring.이름 꼴이어야 합니다. 받은 값: ${source}`);
    }
    const value = kind === "header" ? headers[name.toLowerCase()] : queryStringParameters[name];
    if (value !== undefined) return value;
    throw refused("identitySource", `요청에 ${source}에 해당하는 값이 없어 API Gateway가 401로 답하고 함수는 호출되지 않습니다.`);
  });
}
