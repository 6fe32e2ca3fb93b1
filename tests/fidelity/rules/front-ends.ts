/** What API Gateway does with a request before any function is asked. */

import { functionUrlRefusal } from "../../../sandbox/lambda/function-url-refusal.ts";
import { httpApiRoute, restRoute, webSocketRoute } from "../../../sandbox/services/api-routes.ts";
import { arrival } from "../../../sandbox/services/exchange.ts";
import { restAnswer, restApiReceives } from "../../../sandbox/services/rest-api.ts";
import { seededRandom } from "../../../sandbox/time/random.ts";
import type { FidelityRule } from "../rules.ts";

const routes = (...routeKeys: readonly string[]) => routeKeys.map((routeKey) => ({ routeKey, FunctionName: "fn" }));

/** The guide's own example. */
const PETS = routes("$default", "ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1");

const context = { at: 0, random: seededRandom(1), region: "ap-northeast-2", accountId: "123456789012" };

const answerOf = (method: string, path: string, body = "") => {
  const api = { type: "rest-api", name: "api", routes: routes("GET /items/{id}", "ANY /files/{proxy+}") } as const;
  const received = restApiReceives(api, arrival(0, { method, path, body }, context));
  return "answer" in received ? [received.answer.status, received.answer.body] : ["asks"];
};

const fn = {
  arn: "arn:aws:lambda:ap-northeast-2:123456789012:function:fn",
  aliases: new Map([["live", { Name: "live", FunctionVersion: "1" }]]),
};

export const frontEndRules: readonly FidelityRule[] = [
  {
    section: "8.3",
    title: "A function URL is of $LATEST or of an alias that exists: another qualifier is refused.",
    see: () => ["1", "$LATEST", "test", "live"].map((Qualifier) => functionUrlRefusal(fn, { AuthType: "NONE", Qualifier }, [])),
    expected: [
      "1 validation error detected: Value '1' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)",
      "1 validation error detected: Value '$LATEST' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)",
      "Function does not exist",
      undefined,
    ],
  },
  {
    section: "8.3",
    title: "A function, and each of its aliases, has one URL.",
    see: () => [
      functionUrlRefusal(fn, { AuthType: "NONE" }, [{ AuthType: "AWS_IAM" }]),
      functionUrlRefusal(fn, { AuthType: "NONE", Qualifier: "live" }, [{ AuthType: "NONE" }]),
    ],
    expected: [
      `Failed to create function url config for [functionArn = ${fn.arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
      undefined,
    ],
  },
  {
    section: "8.3",
    title: "A function URL's CORS settings take no OPTIONS among the methods: the URL answers it itself.",
    see: () =>
      [["GET"], ["*"], ["OPTIONS"]].map(
        (AllowMethods) => functionUrlRefusal(fn, { AuthType: "NONE", Cors: { AllowMethods } }, []) === undefined,
      ),
    expected: [true, true, false],
  },
  {
    section: "8.2",
    title: "An HTTP API chooses a full match before a variable, a variable before a greedy one, and $default last.",
    see: () =>
      [
        ["GET", "/pets/dog/1"],
        ["GET", "/pets/dog/2"],
        ["GET", "/pets/cat/1"],
        ["POST", "/test/5"],
        ["GET", "/"],
      ].map(([method = "", path = ""]) => httpApiRoute(PETS, method, path)?.routeKey),
    expected: ["GET /pets/dog/1", "GET /pets/dog/{id}", "GET /pets/{proxy+}", "ANY /{proxy+}", "$default"],
  },
  {
    section: "8.2",
    title: "An HTTP API prefers a route of the request's method to one of ANY.",
    see: () => ["GET", "POST"].map((method) => httpApiRoute(routes("ANY /a", "GET /a"), method, "/a")?.routeKey),
    expected: ["GET /a", "ANY /a"],
  },
  {
    section: "8.1",
    title: "A REST API without the resource, or without the method on it, answers 403 Missing Authentication Token.",
    see: () => [...answerOf("GET", "/nothing"), ...answerOf("DELETE", "/items/7"), ...answerOf("GET", "/items/7")],
    expected: [403, '{"message":"Missing Authentication Token"}', 403, '{"message":"Missing Authentication Token"}', "asks"],
  },
  {
    section: "8.1",
    title: "A REST API does not count a slash at the end of the path.",
    see: () => [restRoute(routes("GET /items"), "GET", "/items/")?.routeKey],
    expected: ["GET /items"],
  },
  {
    section: "8.1",
    title: "A REST API takes a payload of 10 MB.",
    see: () => [...answerOf("POST", "/files/a", "x".repeat(10_485_760)), ...answerOf("POST", "/files/a", "x".repeat(10_485_761))],
    expected: ["asks", 413, '{"message":"HTTP content length exceeded 10485760 bytes."}'],
  },
  {
    section: "8.1",
    title: "A REST API keeps some header names for itself: a function's Date arrives as x-amzn-Remapped-Date.",
    see: () => {
      const ids = { requestId: "r", extendedRequestId: "e" };
      const heard = { requestId: "r", how: "answered", payload: '{"headers":{"Date":"yesterday"}}' } as const;
      return restAnswer(heard, { at: 0, ids, accept: "*/*", binaryMediaTypes: [] }).headers.filter(([name]) => name.endsWith("Date"));
    },
    expected: [
      ["Date", "Thu, 01 Jan 1970 00:00:00 GMT"],
      ["x-amzn-Remapped-Date", "yesterday"],
    ],
  },
  {
    section: "8.6",
    title: "A WebSocket API gives a message that is no JSON object, or names no route, to $default.",
    see: () =>
      ['{"action":"say"}', '{"action":"sing"}', '{"action":["say"]}', "say", '"say"', '{"action":"$connect"}'].map(
        (message) => webSocketRoute(routes("$connect", "say", "$default"), message)?.routeKey,
      ),
    expected: ["say", "$default", "$default", "$default", "$default", "$default"],
  },
];
