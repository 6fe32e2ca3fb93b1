import { expect, test } from "vitest";
import { alb } from "../../../sandbox/events/alb.ts";
import { apiGatewayRest } from "../../../sandbox/events/api-gateway-rest.ts";
import { apiGatewayWebSocket } from "../../../sandbox/events/api-gateway-websocket.ts";
import { authorizerHttp } from "../../../sandbox/events/authorizer-http.ts";
import { authorizerRequest } from "../../../sandbox/events/authorizer-request.ts";
import { authorizerToken } from "../../../sandbox/events/authorizer-token.ts";
import { eventContext } from "./context.ts";

type Fields = Record<string, string>;
const rest = (fields: Fields) => apiGatewayRest.build(fields, eventContext());
const balancer = (fields: Fields) => alb.build(fields, eventContext());
const socket = (fields: Fields) => apiGatewayWebSocket.build(fields, eventContext());

// The next four are requests and answers of LocalStack's test_lambda_aws_proxy_integration, recorded on AWS in August 2024.

test("REST: a path stays percent-encoded, also in its parameters, and parameters of the query are decoded", () => {
  const path = "/proxy-value/api/user/test%2Balias@gmail.com/plus/test+alias@gmail.com";
  const event = rest({
    path,
    resource: "/{proxy+}",
    stage: "stage",
    query:
      "dateTimeOffset=2023-06-12T18:05:10.123456+00:00&email=test%2Balias@gmail.com&plus=test+alias@gmail.com&url=https://www.google.com/&whitespace=foo bar&zhash=abort/",
  });
  expect(event).toMatchObject({
    path,
    pathParameters: { proxy: path.slice(1) },
    requestContext: { path: `/stage${path}`, resourcePath: "/{proxy+}" },
  });
  expect(event.queryStringParameters).toEqual({
    dateTimeOffset: "2023-06-12T18:05:10.123456 00:00",
    email: "test+alias@gmail.com",
    plus: "test alias@gmail.com",
    url: "https://www.google.com/",
    whitespace: "foo bar",
    zhash: "abort/",
  });
});

test("REST: of a parameter that comes twice the single map has the last value and the other map all", () => {
  const event = rest({ query: "category=electronics&category=books&price=10&price=20&price=30" });
  expect(event.queryStringParameters).toEqual({ category: "books", price: "30" });
  expect(event.multiValueQueryStringParameters).toEqual({ category: ["electronics", "books"], price: ["10", "20", "30"] });
});

test("REST: a slash at the end stays in the path and is not in the parameter; a double slash is in both", () => {
  expect(rest({ path: "/proxy-value/", resource: "/{proxy+}" })).toMatchObject({
    path: "/proxy-value/",
    pathParameters: { proxy: "proxy-value" },
  });
  expect(rest({ path: "/proxy-value//double-slash", resource: "/{proxy+}" }).pathParameters).toEqual({
    proxy: "proxy-value//double-slash",
  });
});

test("REST: header names keep their spelling, except that authorization becomes Authorization; the body's length is not told", () => {
  const { headers } = rest({ method: "POST", body: "{}", headers: '{"tEsT-HEADeR":"aValUE","aUThorization":"random-value"}' });
  expect(Object.keys(headers)).toEqual([
    "Accept",
    "Authorization",
    "Content-Type",
    "Host",
    "tEsT-HEADeR",
    "User-Agent",
    "X-Amzn-Trace-Id",
    "X-Forwarded-For",
    "X-Forwarded-Port",
    "X-Forwarded-Proto",
  ]);
});

test("REST: headers that come twice are in a list, cookies are a header, and what the edge sets no client sets", () => {
  const event = rest({ headers: '{"X-Tag":["a","b"],"Host":"evil.example.com"}', cookies: "session=abc; theme=dark" });
  expect(event.headers).toMatchObject({ "X-Tag": "b", Cookie: "session=abc; theme=dark" });
  expect(event.multiValueHeaders["X-Tag"]).toEqual(["a", "b"]);
  expect(event.headers.Host).toBe(event.requestContext.domainName);
});

test("REST: maps that would be empty are null, and so is the body of a GET", () => {
  expect(rest({})).toMatchObject({
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
  });
});

test("REST: a body is text unless the API lists its type as binary", () => {
  const image = { method: "POST", headers: '{"content-type":"image/png"}', body: "ab" };
  expect(rest(image)).toMatchObject({ body: "ab", isBase64Encoded: false });
  expect(rest({ ...image, binaryMediaTypes: "image/jpeg, image/png" })).toMatchObject({ body: "YWI=", isBase64Encoded: true });
  expect(rest({ ...image, binaryMediaTypes: "*/*" })).toMatchObject({ body: "YWI=", isBase64Encoded: true });
});

test("REST: a request that its resource would not take is refused, because no function would be called", () => {
  expect(() => rest({ path: "/a/b", resource: "/items/{id}" })).toThrow(
    "‘resource’ 필드: 요청 GET /a/b, 리소스 /items/{id}: 서로 맞지 않아 API Gateway가 403으로 답하고 함수는 호출되지 않습니다.",
  );
  expect(() => rest({ stage: "프로덕션" })).toThrow("‘stage’ 필드: 스테이지 이름은");
  expect(() => rest({ stageVariables: '{"a":1}' })).toThrow("‘stageVariables’ 필드: ‘a’의 값은 문자열이어야 합니다.");
});

test("ALB: parameters of the query stay as the wire has them, and the last of two counts", () => {
  const event = balancer({ query: "name=여름&name=a+b" });
  expect(event.queryStringParameters).toEqual({ name: "a+b" });
  expect(balancer({ query: "name=여름" }).queryStringParameters).toEqual({ name: "%EC%97%AC%EB%A6%84" });
});

test("ALB: with multi-value headers there are only lists, without them only single values", () => {
  const twice = { headers: '{"X-Tag":["a","b"]}', query: "x=1&x=2" };
  const single = balancer(twice);
  expect(single.headers).toMatchObject({ "x-tag": "b", "x-forwarded-proto": "https" });
  expect(single).not.toHaveProperty("multiValueHeaders");
  const multi = balancer({ ...twice, multiValue: "켬" });
  expect(multi.multiValueHeaders).toMatchObject({ "x-tag": ["a", "b"], "x-forwarded-proto": ["https"] });
  expect(multi.multiValueQueryStringParameters).toEqual({ x: ["1", "2"] });
  expect(multi).not.toHaveProperty("headers");
  expect(multi).not.toHaveProperty("queryStringParameters");
});

test("ALB: text types are text, others and compressed ones Base64, and no body is empty text", () => {
  const body = (headers: string) => balancer({ method: "POST", body: "ab", headers });
  expect(body('{"content-type":"application/json"}')).toMatchObject({ body: "ab", isBase64Encoded: false });
  expect(body('{"content-type":"image/png"}')).toMatchObject({ body: "YWI=", isBase64Encoded: true });
  expect(body('{"content-type":"text/html","content-encoding":"gzip"}')).toMatchObject({ isBase64Encoded: true });
  expect(balancer({})).toMatchObject({ body: "", isBase64Encoded: false, queryStringParameters: {} });
});

test("WebSocket: only a connection has the client's headers and query, and a message its body", () => {
  const connected = socket({ eventType: "CONNECT", query: "room=7", headers: '{"Origin":"https://example.com"}' });
  expect(connected).toMatchObject({
    headers: { Origin: "https://example.com", "Sec-WebSocket-Version": "13" },
    queryStringParameters: { room: "7" },
    multiValueQueryStringParameters: { room: ["7"] },
    requestContext: { routeKey: "$connect", eventType: "CONNECT" },
  });
  const message = socket({ body: "안녕", route: "sendMessage" });
  expect(message).toMatchObject({ body: "안녕", requestContext: { routeKey: "sendMessage", eventType: "MESSAGE" } });
  expect(message).not.toHaveProperty("headers");
});

test("WebSocket: a connection keeps its id and when it began, from its first event to its last", () => {
  const [connect, message, disconnect] = (["CONNECT", "MESSAGE", "DISCONNECT"] as const).map((eventType, index) =>
    apiGatewayWebSocket.build({ eventType, connectedFor: String(index * 5) }, { ...eventContext(), at: eventContext().at + index * 5000 }),
  );
  expect(new Set([connect, message, disconnect].map((event) => event?.requestContext.connectionId)).size).toBe(1);
  expect(new Set([connect, message, disconnect].map((event) => event?.requestContext.connectedAt)).size).toBe(1);
  expect(connect?.requestContext.connectionId).toMatch(/^[A-Za-z0-9+/]{15}=$/);
});

test("WebSocket: a message above 128 KB is refused", () => {
  expect(() => socket({ body: "가".repeat(43_691) })).toThrow("‘body’ 필드: 메시지는 128KB까지입니다.");
  expect(() => socket({ body: "가".repeat(43_690) })).not.toThrow();
});

test("Authorizers: the ARN names API, stage, method and path", () => {
  expect(authorizerToken.build({ method: "POST", path: "/lambda-token" }, eventContext())).toEqual({
    type: "TOKEN",
    methodArn: "arn:aws:execute-api:ap-northeast-2:123456789012:pllzgt88if/prod/POST/lambda-token",
    authorizationToken: "Bearer my-token",
  });
  const http = authorizerHttp.build({ method: "POST", path: "/lambda", route: "POST /lambda" }, eventContext());
  expect(http.routeArn).toBe("arn:aws:execute-api:ap-northeast-2:123456789012:pllzgt88if/$default/POST/lambda");
  expect(http.identitySource).toEqual(["Bearer my-token"]);
});

test("Authorizers: a request without its token never reaches the function", () => {
  expect(() => authorizerToken.build({ token: "" }, eventContext())).toThrow("‘token’ 필드: 토큰이 없으면 API Gateway가 401로 답하고");
  expect(() => authorizerHttp.build({ headers: "{}" }, eventContext())).toThrow(
    "‘identitySource’ 필드: 요청에 $request.header.Authorization에 해당하는 값이 없어 API Gateway가 401로 답하고 함수는 호출되지 않습니다.",
  );
});

test("Authorizers: a REQUEST authorizer gets empty maps where the proxy integration gets null, and no body", () => {
  const event = authorizerRequest.build({ method: "POST" }, eventContext());
  expect(event).toMatchObject({ queryStringParameters: {}, pathParameters: {}, stageVariables: {} });
  expect(event).not.toHaveProperty("body");
  expect(event.headers.Authorization).toBe("Bearer my-token");
});
