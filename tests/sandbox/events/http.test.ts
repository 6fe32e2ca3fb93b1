import { expect, test } from "vitest";
import { apiGatewayHttp } from "../../../sandbox/events/api-gateway-http.ts";
import { functionUrl } from "../../../sandbox/events/function-url.ts";
import { eventContext } from "./context.ts";

const httpApi = (fields: Record<string, string>) => apiGatewayHttp.build(fields, eventContext());
const url = (fields: Record<string, string>) => functionUrl.build(fields, eventContext());

const POST = {
  method: "POST",
  path: "/orders",
  query: "q=query&multiQuery=foo&multiQuery=%2Fbar",
  headers: '{"Content-Type":"application/json","Extra-Headers":"With WeiRd CapS"}',
  body: '{"foo": "bar"}',
};

test("an HTTP API sends payload format 2.0, in AWS's order of keys", () => {
  expect(JSON.stringify(httpApi({ ...POST, cookies: "session=abc; theme=dark" }), null, 2)).toMatchInlineSnapshot(`
    "{
      "version": "2.0",
      "routeKey": "$default",
      "rawPath": "/orders",
      "rawQueryString": "q=query&multiQuery=foo&multiQuery=%2Fbar",
      "cookies": [
        "session=abc",
        "theme=dark"
      ],
      "headers": {
        "accept": "*/*",
        "content-length": "14",
        "content-type": "application/json",
        "extra-headers": "With WeiRd CapS",
        "host": "pllzgt88if.execute-api.ap-northeast-2.amazonaws.com",
        "user-agent": "curl/8.17.0",
        "x-amzn-trace-id": "Root=1-6b0292f0-904ccb1995c9db5ce55a2fd5",
        "x-forwarded-for": "203.0.113.10",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https"
      },
      "queryStringParameters": {
        "q": "query",
        "multiQuery": "foo,/bar"
      },
      "requestContext": {
        "accountId": "123456789012",
        "apiId": "pllzgt88if",
        "domainName": "pllzgt88if.execute-api.ap-northeast-2.amazonaws.com",
        "domainPrefix": "pllzgt88if",
        "http": {
          "method": "POST",
          "path": "/orders",
          "protocol": "HTTP/1.1",
          "sourceIp": "203.0.113.10",
          "userAgent": "curl/8.17.0"
        },
        "requestId": "IljBJjECK6+9cmc=",
        "routeKey": "$default",
        "stage": "$default",
        "time": "22/Nov/2026:07:00:00 +0000",
        "timeEpoch": 1795330800214
      },
      "body": "{\\"foo\\": \\"bar\\"}",
      "isBase64Encoded": false
    }"
  `);
});

test("a function URL's event has an anonymous account, the route $default and the TLS headers", () => {
  expect(JSON.stringify(url(POST), null, 2)).toMatchInlineSnapshot(`
    "{
      "version": "2.0",
      "routeKey": "$default",
      "rawPath": "/orders",
      "rawQueryString": "q=query&multiQuery=foo&multiQuery=%2Fbar",
      "headers": {
        "accept": "*/*",
        "content-length": "14",
        "content-type": "application/json",
        "extra-headers": "With WeiRd CapS",
        "host": "0rbn5rv4wp2a1hef82ciw9ycufek1tte.lambda-url.ap-northeast-2.on.aws",
        "user-agent": "curl/8.17.0",
        "x-amzn-tls-cipher-suite": "TLS_AES_128_GCM_SHA256",
        "x-amzn-tls-version": "TLSv1.3",
        "x-amzn-trace-id": "Root=1-6b0292f0-904ccb1995c9db5ce55a2fd5",
        "x-forwarded-for": "203.0.113.10",
        "x-forwarded-port": "443",
        "x-forwarded-proto": "https"
      },
      "queryStringParameters": {
        "q": "query",
        "multiQuery": "foo,/bar"
      },
      "requestContext": {
        "accountId": "anonymous",
        "apiId": "0rbn5rv4wp2a1hef82ciw9ycufek1tte",
        "domainName": "0rbn5rv4wp2a1hef82ciw9ycufek1tte.lambda-url.ap-northeast-2.on.aws",
        "domainPrefix": "0rbn5rv4wp2a1hef82ciw9ycufek1tte",
        "http": {
          "method": "POST",
          "path": "/orders",
          "protocol": "HTTP/1.1",
          "sourceIp": "203.0.113.10",
          "userAgent": "curl/8.17.0"
        },
        "requestId": "f2473522-45b8-4258-9e8e-30c198111526",
        "routeKey": "$default",
        "stage": "$default",
        "time": "22/Nov/2026:07:00:00 +0000",
        "timeEpoch": 1795330800214
      },
      "body": "{\\"foo\\": \\"bar\\"}",
      "isBase64Encoded": false
    }"
  `);
});

test("parameters that come twice are joined with commas and decoded; the raw query string is neither", () => {
  for (const event of [httpApi(POST), url(POST)]) {
    expect(event.rawQueryString).toBe("q=query&multiQuery=foo&multiQuery=%2Fbar");
    expect(event.queryStringParameters).toEqual({ q: "query", multiQuery: "foo,/bar" });
  }
});

test("what a reader types into path and query goes over the wire percent-encoded", () => {
  const typed = { path: "/상품/여름 셔츠", query: "?q=여름 휴가&x=100%" };
  expect(url(typed).rawPath).toBe("/%EC%83%81%ED%92%88/%EC%97%AC%EB%A6%84%20%EC%85%94%EC%B8%A0");
  expect(url(typed).rawQueryString).toBe("q=%EC%97%AC%EB%A6%84%20%ED%9C%B4%EA%B0%80&x=100%25");
  expect(url(typed).queryStringParameters).toEqual({ q: "여름 휴가", x: "100%" });
});

test("an HTTP API decodes the path and a function URL leaves it", () => {
  expect(httpApi({ path: "/a%2Fb" }).rawPath).toBe("/a/b");
  expect(url({ path: "/a%2Fb" }).rawPath).toBe("/a%2Fb");
  expect(url({ path: "/pa2%Fth/1" }).requestContext.http.path).toBe("/pa2%25Fth/1");
});

test("cookies are a list; an HTTP API takes their header away and a function URL keeps it", () => {
  const fields = { cookies: "session=abc; theme=dark", headers: '{"Cookie":"first=1"}' };
  expect(httpApi(fields).cookies).toEqual(["first=1", "session=abc", "theme=dark"]);
  expect(httpApi(fields).headers).not.toHaveProperty("cookie");
  expect(url(fields).headers.cookie).toBe("first=1; session=abc; theme=dark");
});

test("header names are lower case and a header that comes twice is joined with a comma", () => {
  const { headers } = httpApi({ headers: '{"X-Tag":"a","x-tag":"b","X-List":["c","d"]}' });
  expect(headers["x-tag"]).toBe("a,b");
  expect(headers["x-list"]).toBe("c,d");
  expect(Object.keys(headers)).toEqual([...Object.keys(headers)].sort());
});

test("a GET has no body, and keys that would be empty are absent", () => {
  for (const event of [httpApi({}), url({})]) {
    expect(Object.keys(event)).toEqual([
      "version",
      "routeKey",
      "rawPath",
      "rawQueryString",
      "headers",
      "requestContext",
      "isBase64Encoded",
    ]);
  }
});

test("a form is Base64 behind an HTTP API and text behind a function URL", () => {
  const form = { method: "POST", headers: '{"content-type":"application/x-www-form-urlencoded"}', body: "name=하나" };
  expect(httpApi(form)).toMatchObject({ body: "bmFtZT3tlZjrgpg=", isBase64Encoded: true });
  expect(url(form)).toMatchObject({ body: "name=하나", isBase64Encoded: false });
});

test("an upload of a file is Base64 behind both", () => {
  const upload = { method: "POST", headers: '{"content-type":"image/png"}', body: "ab" };
  for (const event of [httpApi(upload), url(upload)]) expect(event).toMatchObject({ body: "YWI=", isBase64Encoded: true });
});

test("content-length counts the body's bytes", () => {
  expect(httpApi({ method: "POST", body: '"주문"' }).headers["content-length"]).toBe("8");
  expect(httpApi({}).headers["content-length"]).toBe("0");
});

test("a route's parameters are taken from the path", () => {
  const event = httpApi({ path: "/items/여름 셔츠", route: "GET /items/{id}" });
  expect(event.pathParameters).toEqual({ id: "여름 셔츠" });
  expect(event.routeKey).toBe("GET /items/{id}");
  expect(event.requestContext.routeKey).toBe("GET /items/{id}");
  expect(httpApi({ path: "/files/a/b.txt", route: "ANY /files/{proxy+}" }).pathParameters).toEqual({ proxy: "a/b.txt" });
});

test("a request that its route would not take is refused, because no function would be called", () => {
  expect(() => httpApi({ method: "POST", path: "/items/1", route: "GET /items/{id}" })).toThrow("함수는 호출되지 않습니다");
  expect(() => httpApi({ path: "/items/1/2", route: "GET /items/{id}" })).toThrow("함수는 호출되지 않습니다");
  expect(() => httpApi({ route: "items" })).toThrow("‘route’ 필드: 라우트는 $default, 또는 GET /items/{id} 꼴이어야 합니다.");
});

test("an API keeps its id from request to request, and each request has its own", () => {
  const { random, ...context } = eventContext();
  const first = apiGatewayHttp.build({}, { ...context, random });
  const second = apiGatewayHttp.build({}, { ...context, random });
  expect(second.requestContext.apiId).toBe(first.requestContext.apiId);
  expect(second.requestContext.requestId).not.toBe(first.requestContext.requestId);
});

test("what can be no request is refused in a sentence", () => {
  expect(() => url({ path: "orders" })).toThrow("‘path’ 필드: 경로는 /로 시작해야 합니다. 받은 값: orders");
  expect(() => url({ path: "/orders?x=1" })).toThrow("‘path’ 필드: 물음표 뒤는 ‘query’ 필드에 쓰세요.");
  expect(() => url({ method: "get" })).toThrow("‘method’ 필드: 다음 가운데 하나여야 합니다: GET, POST");
  expect(() => url({ headers: '{"a b":"c"}' })).toThrow("‘a b’ 이름은 HTTP 헤더 이름이 아닙니다.");
  expect(() => url({ headers: '{"a":1}' })).toThrow("‘a’ 헤더의 값은 문자열이나 문자열 배열이어야 합니다.");
});
