/** Whatever a function returns, every front end answers with a whole HTTP response. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { functionUrlAnswer, streamedUrlAnswer } from "../../../sandbox/services/function-url.ts";
import { type FunctionAnswer, type HttpAnswer, headerOf } from "../../../sandbox/services/http-answer.ts";
import { httpApiAnswer, httpApiAnswerV1 } from "../../../sandbox/services/http-api.ts";
import { loadBalancerAnswer } from "../../../sandbox/services/load-balancer.ts";
import { restAnswer } from "../../../sandbox/services/rest-api.ts";

const exchange = { at: 0, ids: { requestId: "r", extendedRequestId: "e" }, accept: "*/*", binaryMediaTypes: ["*/*"] };

const FRONT_ENDS: Readonly<Record<string, (heard: FunctionAnswer) => HttpAnswer>> = {
  "REST API": (heard) => restAnswer(heard, exchange),
  "HTTP API, format 2.0": (heard) => httpApiAnswer(heard, "r", 0),
  "HTTP API, format 1.0": (heard) => httpApiAnswerV1(heard, "r", 0),
  "function URL": (heard) => functionUrlAnswer(heard, [], 0),
  "load balancer": (heard) => loadBalancerAnswer(heard, false, 0),
  "load balancer with multi-value headers": (heard) => loadBalancerAnswer(heard, true, 0),
};

/** Values that look like proxy responses, with anything in their members. */
const almost = fc.record(
  {
    statusCode: fc.oneof(fc.integer({ min: -1, max: 1000 }), fc.jsonValue(), fc.constant("204")),
    headers: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
    multiValueHeaders: fc.oneof(fc.dictionary(fc.string(), fc.array(fc.jsonValue())), fc.jsonValue()),
    cookies: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
    body: fc.oneof(fc.string({ unit: "grapheme" }), fc.base64String(), fc.jsonValue()),
    isBase64Encoded: fc.oneof(fc.boolean(), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

const payload = fc.oneof(almost, fc.jsonValue()).map((value) => JSON.stringify(value));

const bytesOf = ({ body, isBase64Encoded }: HttpAnswer) => Buffer.from(body, isBase64Encoded ? "base64" : "utf8").length;

describe.each(Object.entries(FRONT_ENDS))("%s", (_name, answerOf) => {
  test("Any value of a function becomes a status of HTTP, headers that are text, and a body of the length that is named.", () => {
    fc.assert(
      fc.property(payload, (text) => {
        const answer = answerOf({ requestId: "r", how: "answered", payload: text });
        expect(answer.status).toBeGreaterThanOrEqual(100);
        expect(answer.status).toBeLessThanOrEqual(599);
        expect(answer.headers.every(([name, value]) => typeof name === "string" && typeof value === "string")).toBe(true);
        expect(Number(headerOf(answer, "content-length"))).toBe(bytesOf(answer));
      }),
    );
  });

  test("A streaming handler's text that is no JSON does not break it.", () => {
    for (const text of ["", "{", "\0".repeat(8), '{"statusCode":200}', `[]${"\0".repeat(8)}`]) {
      for (const contentType of ["application/octet-stream", "application/vnd.awslambda.http-integration-response"]) {
        expect(answerOf({ requestId: "r", how: "answered", payload: text, contentType }).status).toBeGreaterThanOrEqual(200);
      }
    }
  });

  test("A function error and a refusal of Lambda's are errors of the client's answer, and tell nothing of the function's.", () => {
    const answers = [
      answerOf({ requestId: "r", how: "failed" }),
      answerOf({ requestId: "r", how: "rejected", status: 429, errorCode: "TooManyRequestsException", body: "{}" }),
    ];
    for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
  });
});

test("A streamed answer has no Content-Length, because nobody knows it when the answer begins.", () => {
  const answer = streamedUrlAnswer({ requestId: "r", how: "answered", payload: "a", contentType: "text/plain" }, [], 0);
  expect([headerOf(answer, "content-length"), headerOf(answer, "transfer-encoding")]).toEqual([undefined, "chunked"]);
});

test("Bytes that are no UTF-8 stay Base64 in the trace, and are counted as bytes.", () => {
  const answer = functionUrlAnswer(
    { requestId: "r", how: "answered", payload: '{"statusCode":200,"body":"/9j/4A==","isBase64Encoded":true}' },
    [],
    0,
  );
  expect([answer.body, answer.isBase64Encoded, headerOf(answer, "content-length")]).toEqual(["/9j/4A==", true, "4"]);
});

test("Base64 that is none is an error of the front end.", () => {
  const heard = { requestId: "r", how: "answered", payload: '{"statusCode":200,"body":"안녕","isBase64Encoded":true}' } as const;
  expect(Object.values(FRONT_ENDS).map((answerOf) => answerOf(heard).status)).toEqual([500, 500, 500, 502, 502, 502]);
});
