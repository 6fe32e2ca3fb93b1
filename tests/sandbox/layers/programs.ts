/** Handlers as teams write them with the catalogue's packages. Those that need time or chance import ./pin.mjs first. */
export interface LayerProgram {
  readonly title: string;
  readonly layers: readonly string[];
  /** index.mjs */
  readonly code: string;
  readonly events: readonly unknown[];
}

/** Stops the clock and makes chance a counter, on both sides. */
export const PIN = `
const NOW = Date.UTC(2026, 10, 22, 7, 8, 9, 123);
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...args) { if (args.length === 0) super(NOW); else super(...args); }
  static now() { return NOW; }
};
let state = 1;
const byte = () => { state = (state * 1103515245 + 12345) % 2147483648; return (state >> 16) & 255; };
Math.random = () => byte() / 256;
globalThis.crypto.randomUUID = () => Array.from({ length: 36 }, (_, i) => "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"[i].replace("x", () => (byte() & 15).toString(16))).join("");
globalThis.crypto.getRandomValues = (array) => { for (let i = 0; i < array.length; i += 1) array[i] = byte(); return array; };
Object.assign(process.env, {
  AWS_LAMBDA_FUNCTION_NAME: "fn", AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "512", AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  AWS_REGION: "ap-northeast-2", _X_AMZN_TRACE_ID: "Root=1-abcdef12-3456abcdef123456abcdef12;Sampled=1", POWERTOOLS_DEV: "false",
});
export const context = {
  functionName: "orders", functionVersion: "$LATEST", memoryLimitInMB: "512", awsRequestId: "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
  invokedFunctionArn: "arn:aws:lambda:ap-northeast-2:123456789012:function:orders", getRemainingTimeInMillis: () => 3000,
};
`;

const PINNED = 'import { context } from "./pin.mjs";';

/** An event of API Gateway's HTTP API, payload 2.0. */
export const httpEvent = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, query = "") => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: query,
  headers: { host: "api.example.com", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
  requestContext: {
    accountId: "123456789012",
    apiId: "api",
    domainName: "api.example.com",
    http: { method, path, protocol: "HTTP/1.1", sourceIp: "203.0.113.7", userAgent: "curl/8" },
    requestId: "id",
    routeKey: "$default",
    stage: "$default",
    time: "22/Nov/2026:07:08:09 +0000",
    timeEpoch: 1795331289123,
  },
  ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  isBase64Encoded: false,
});

const sqs = (...bodies: readonly string[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `m-${index + 1}`,
    receiptHandle: "r",
    body,
    attributes: {},
    messageAttributes: {},
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:ap-northeast-2:123456789012:q",
    awsRegion: "ap-northeast-2",
  })),
});

const orders = [
  { city: "서울", price: 3000, at: "2026-01-31" },
  { city: "부산", price: 1500, at: "2026-02-28" },
  { city: "서울", price: 500, at: "2026-03-01" },
];

export const PROGRAMS: readonly LayerProgram[] = [
  {
    title: "a booking is checked against a JSON schema, with defaults and coerced numbers",
    layers: ["middy-validator", "middy"],
    code: `import middy from "@middy/core"; import validator from "@middy/validator"; import { transpileSchema } from "@middy/validator/transpile";
      const eventSchema = transpileSchema({ type: "object", required: ["seats"], properties: { seats: { type: "integer", minimum: 1, maximum: 8 }, at: { type: "string", format: "date-time" }, note: { type: "string", default: "none" } }, additionalProperties: false });
      export const handler = middy().use(validator({ eventSchema })).onError(({ error }) => [error.message, error.statusCode, error.cause.data.map(({ instancePath, keyword, message, params }) => [instancePath, keyword, message, params])]).handler(async (event) => event);`,
    events: [{ seats: 2 }, { seats: "3", at: "2026-11-22T07:00:00Z" }, { seats: 9, at: "tomorrow" }, {}, { seats: 1, extra: true }],
  },
  {
    title: "a response that does not fit its schema is an error of the function's",
    layers: ["middy-validator", "middy"],
    code: `import middy from "@middy/core"; import validator from "@middy/validator"; import { transpileSchema } from "@middy/validator/transpile";
      const responseSchema = transpileSchema({ type: "object", required: ["statusCode"], properties: { statusCode: { type: "number" } } });
      export const handler = middy().use(validator({ responseSchema })).onError(({ error }) => [error.name, error.message, error.statusCode]).handler(async (event) => event);`,
    events: [{ statusCode: 200 }, { statusCode: "no" }, { body: "x" }],
  },
  {
    title: "what is said of a mistake is in the language that the caller prefers",
    layers: ["middy-validator", "middy"],
    code: `import middy from "@middy/core"; import validator from "@middy/validator"; import { transpileSchema } from "@middy/validator/transpile"; const ko = (errors) => { for (const error of errors) error.message = "한국어: " + error.keyword; };
      const eventSchema = transpileSchema({ type: "object", properties: { name: { type: "string", minLength: 2 } } });
      export const handler = middy().use({ before: ({ context, event }) => { context.preferredLanguage = event.language; } }).use(validator({ eventSchema, languages: { ko } })).onError(({ error }) => error.cause.data.map(({ message }) => message)).handler(async () => "fine");`,
    events: [{ language: "ko", name: "a" }, { name: "ab" }],
  },
  {
    title: "Express behind Code Genie's adapter answers an HTTP API",
    layers: ["express"],
    code: `import express from "express"; import serverlessExpress from "@codegenie/serverless-express";
      const app = express(); app.use(express.json()); app.get("/hello/:name", (req, res) => res.json({ hello: req.params.name, query: req.query })); app.post("/echo", (req, res) => res.status(201).json(req.body)); app.use((_req, res) => res.status(404).send("none"));
      export const handler = serverlessExpress({ app });`,
    events: [
      httpEvent("GET", "/hello/mina", undefined, {}, "a=1"),
      httpEvent("POST", "/echo", { 이름: "민아" }),
      httpEvent("GET", "/none"),
    ],
  },
  // ── lodash ─────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "groups, sums and sorts orders",
    layers: ["lodash"],
    events: [orders],
    code: `import _ from "lodash";
    export const handler = async (orders) => _(orders).groupBy("city").mapValues((list) => _.sumBy(list, "price")).toPairs().orderBy([1], ["desc"]).value();`,
  },
  {
    title: "single functions by their files, ESM and CommonJS",
    layers: ["lodash"],
    events: [{ a: { b: [1, { c: 2 }] } }],
    code: `import merge from "lodash/merge.js"; import get from "lodash/get.js"; import { createRequire } from "node:module";
    const require = createRequire(import.meta.url); const { chunk, template } = require("lodash"); const isEqual = require("lodash/isEqual");
    export const handler = async (event) => [merge({}, event, { a: { d: 1 } }), get(event, "a.b[1].c"), chunk([1, 2, 3, 4, 5], 2), isEqual(event, structuredClone(event)), template("hello <%= user %>!")({ user: "람다" })];`,
  },
  {
    title: "fp, cloneDeep, words and memoize",
    layers: ["lodash"],
    events: [{ list: [3, 1, 2] }],
    code: `import fp from "lodash/fp.js"; import _ from "lodash";
    const slow = _.memoize((n) => n * 2);
    export const handler = async (event) => [fp.flow(fp.get("list"), fp.sortBy(fp.identity), fp.map(slow))(event), _.camelCase("foo-bar baz"), _.words("fredBarney & pebbles"), _.cloneDeep(new Map([[1, { a: new Date(0) }]])).get(1).a.getTime(), _.VERSION];`,
  },
  {
    title: "an error inside a template names the variable",
    layers: ["lodash"],
    events: [{}],
    code: `import _ from "lodash"; export const handler = async () => _.template("<%= nothing.here %>")({});`,
  },

  // ── uuid ───────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "v4 and v7 of pinned chance and time",
    layers: ["uuid"],
    events: [{}, {}],
    code: `${PINNED} import { v4, v7, v1, v6, validate, version } from "uuid";
    export const handler = async () => { const ids = [v4(), v7(), v7()]; return [ids, ids.map(version), ids.every(validate), version(v1()), version(v6())]; };`,
  },
  {
    title: "v5 and v3 of names",
    layers: ["uuid"],
    events: [{ name: "주문-1" }],
    code: `import { v3, v5, parse, stringify, NIL, MAX } from "uuid";
    export const handler = async ({ name }) => [v5(name, v5.URL), v3(name, v3.DNS), v5("x", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"), [...parse(NIL)].length, stringify(parse(MAX))];`,
  },
  {
    title: "what is no UUID",
    layers: ["uuid"],
    events: [{}],
    code: `import { v5, validate, parse, version } from "uuid";
    export const handler = async () => { const say = (f) => { try { return f(); } catch (e) { return [e.name, e.message]; } }; return [validate("nope"), say(() => parse("nope")), say(() => version("nope")), say(() => v5("a", "b"))]; };`,
  },
  {
    title: "required from CommonJS",
    layers: ["uuid"],
    events: [{}],
    code: `${PINNED} import { createRequire } from "node:module"; const { v4 } = createRequire(import.meta.url)("uuid"); export const handler = async () => v4();`,
  },

  // ── dayjs ──────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "adds, compares and formats in UTC",
    layers: ["dayjs"],
    events: [{ at: "2026-01-31T15:00:00Z" }],
    code: `import dayjs from "dayjs"; import utc from "dayjs/plugin/utc.js"; dayjs.extend(utc);
    export const handler = async ({ at }) => { const d = dayjs.utc(at); return [d.add(1, "month").format("YYYY-MM-DD"), d.endOf("week").toISOString(), d.diff("2026-01-01T00:00:00Z", "hour"), d.isBefore(d.add(1, "s")), d.format("dddd, MMMM D YYYY, HH:mm:ss [UTC]")]; };`,
  },
  {
    title: "says in Korean how long ago",
    layers: ["dayjs"],
    events: [{}],
    code: `${PINNED} import dayjs from "dayjs"; import relativeTime from "dayjs/plugin/relativeTime.js"; import "dayjs/locale/ko.js"; dayjs.extend(relativeTime); dayjs.locale("ko");
    export const handler = async () => ["2026-11-22T07:00:00Z", "2026-11-20T07:00:00Z", "2025-01-01T00:00:00Z"].map((at) => dayjs(at).fromNow()).concat(dayjs(0).format("YYYY년 MMMM D일 dddd A h:mm"));`,
  },
  {
    title: "parses by a format, durations, week of the year",
    layers: ["dayjs"],
    events: [{}],
    code: `import dayjs from "dayjs"; import custom from "dayjs/plugin/customParseFormat.js"; import duration from "dayjs/plugin/duration.js"; import week from "dayjs/plugin/weekOfYear.js"; dayjs.extend(custom); dayjs.extend(duration); dayjs.extend(week);
    export const handler = async () => [dayjs("22/11/2026 07:08", "DD/MM/YYYY HH:mm").toISOString(), dayjs("99/99/2026", "DD/MM/YYYY", true).isValid(), dayjs.duration({ hours: 27, minutes: 5 }).format("D HH:mm"), dayjs("2026-11-22").week(), dayjs("nope").format()];`,
  },

  // ── date-fns ───────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "differences and formats",
    layers: ["date-fns"],
    events: [orders],
    code: `import { differenceInCalendarDays, format, parseISO, addMonths, eachDayOfInterval, formatISO } from "date-fns";
    export const handler = async (orders) => orders.map(({ at }) => [differenceInCalendarDays(parseISO("2026-03-01"), parseISO(at)), format(parseISO(at), "yyyy/MM/dd (eee)"), formatISO(addMonths(parseISO(at), 1), { representation: "date" })]).concat(eachDayOfInterval({ start: parseISO("2026-02-27"), end: parseISO("2026-03-01") }).length);`,
  },
  {
    title: "single functions and the Korean locale",
    layers: ["date-fns"],
    events: [{}],
    code: `import { formatDistanceStrict } from "date-fns/formatDistanceStrict"; import { formatDistance } from "date-fns/formatDistance"; import { format } from "date-fns/format"; import { ko } from "date-fns/locale/ko";
    export const handler = async () => [formatDistance(new Date(0), new Date(86400000 * 40), { locale: ko, addSuffix: true }), formatDistanceStrict(0, 5000000), format(new Date(0), "PPPP p", { locale: ko })];`,
  },
  {
    title: "invalid dates and formats throw as they do",
    layers: ["date-fns"],
    events: [{}],
    code: `import { format, parse, intervalToDuration, isValid, formatDuration } from "date-fns";
    export const handler = async () => { const say = (f) => { try { return f(); } catch (e) { return [e.name, e.message]; } }; return [say(() => format(new Date(NaN), "yyyy")), say(() => format(new Date(0), "YYYY-MM-DD")), say(() => format(new Date(0), "n")), isValid(parse("31/02/2026", "dd/MM/yyyy", new Date(0))), formatDuration(intervalToDuration({ start: 0, end: 100000000 }))]; };`,
  },
  {
    title: "required from CommonJS",
    layers: ["date-fns"],
    events: [{}],
    code: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url); const { addDays, formatISO } = require("date-fns"); const { isLeapYear } = require("date-fns/isLeapYear");
    export const handler = async () => [formatISO(addDays(new Date(0), 1)), isLeapYear(new Date(Date.UTC(2024, 1, 1)))];`,
  },

  // ── zod ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "an order that is right, and what is wrong with one that is not",
    layers: ["zod"],
    events: [
      { id: "3b241101-e2bb-4255-8caf-4136c566a962", quantity: 2, email: "a@b.co" },
      { id: "x", quantity: -1, email: "no", extra: 1 },
      null,
    ],
    code: `import { z } from "zod";
    const Order = z.object({ id: z.uuid(), quantity: z.number().int().positive(), email: z.email(), note: z.string().optional() }).strict();
    export const handler = async (event) => { const { success, data, error } = Order.safeParse(event); return success ? data : { issues: error.issues, flat: z.flattenError(error), text: z.prettifyError(error) }; };`,
  },
  {
    title: "unions, transforms, defaults and coercion",
    layers: ["zod"],
    events: [{ type: "card", number: "1234", at: "2026-11-22", tags: ["a", "a"] }, { type: "cash" }],
    code: `import { z } from "zod";
    const Payment = z.discriminatedUnion("type", [z.object({ type: z.literal("card"), number: z.string().regex(/^\\d{4}$/), at: z.coerce.date(), tags: z.array(z.string()).transform((l) => [...new Set(l)]).default([]) }), z.object({ type: z.literal("bank"), iban: z.string() })]);
    export const handler = async (event) => { const r = Payment.safeParse(event); return r.success ? r.data : r.error.issues; };`,
  },
  {
    title: "parse throws an error whose message is JSON",
    layers: ["zod"],
    events: [{ age: "7" }],
    code: `import * as z from "zod"; export const handler = async (event) => z.object({ age: z.number(), name: z.string().min(2, "이름은 두 글자부터입니다") }).parse(event);`,
  },
  {
    title: "mini, JSON schema, a Korean locale and asynchronous refinements",
    layers: ["zod"],
    events: [{ n: 1.5 }],
    code: `import * as z from "zod"; import * as mini from "zod/mini"; import { ko } from "zod/locales";
    export const handler = async (event) => { z.config(ko()); const r = await z.object({ n: z.int().refine(async (n) => n > 2) }).safeParseAsync(event); return [r.error?.issues, mini.safeParse(mini.object({ n: mini.string() }), event).error.issues, z.toJSONSchema(z.object({ a: z.string().max(3), b: z.enum(["x", "y"]).optional() }))]; };`,
  },

  // ── jsonwebtoken ───────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "signs and verifies with a secret",
    layers: ["jsonwebtoken"],
    events: [{ sub: "user-1", role: "admin" }],
    code: `${PINNED} import jwt from "jsonwebtoken";
    export const handler = async (claims) => { const token = jwt.sign(claims, "secret", { expiresIn: "1h", issuer: "lab" }); return [token, jwt.verify(token, "secret", { issuer: "lab" }), jwt.decode(token, { complete: true }).header]; };`,
  },
  {
    title: "expired, not yet active, badly signed and malformed tokens",
    layers: ["jsonwebtoken"],
    events: [{}],
    code: `${PINNED} import jwt from "jsonwebtoken";
    const say = (f) => { try { return f(); } catch (e) { return [e.name, e.message, e.expiredAt?.toISOString() ?? null, e.date?.toISOString() ?? null, e instanceof jwt.JsonWebTokenError]; } };
    export const handler = async () => { const now = Math.floor(Date.now() / 1000); const sign = (c) => jwt.sign(c, "s"); return [say(() => jwt.verify(sign({ exp: now - 10 }), "s")), say(() => jwt.verify(sign({ nbf: now + 60 }), "s")), say(() => jwt.verify(sign({}), "other")), say(() => jwt.verify("a.b", "s")), say(() => jwt.verify("", "s")), say(() => jwt.verify(sign({ aud: "x" }), "s", { audience: "y" })), say(() => jwt.sign({}, "")), say(() => jwt.sign({ exp: "soon" }, "s"))]; };`,
  },
  {
    title: "RS256 with a key pair, by callback, in an authorizer",
    layers: ["jsonwebtoken"],
    events: [{ authorizationToken: "Bearer x" }],
    code: `${PINNED} import jwt from "jsonwebtoken"; import { createHmac } from "node:crypto";
    const policy = (principalId, Effect) => ({ principalId, policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect, Resource: "*" }] } });
    export const handler = async (event) => { const token = jwt.sign({ sub: "u" }, "k", { algorithm: "HS512", keyid: "1" }); const answer = (t) => new Promise((done) => jwt.verify(t, (header, got) => got(null, header.kid === "1" ? "k" : "none"), { algorithms: ["HS512"] }, (error, claims) => done(error ? policy("anonymous:" + error.message, "Deny") : policy(claims.sub, "Allow")))); return [await answer(token), await answer(event.authorizationToken.slice(7)), createHmac("sha256", "k").update("x").digest("hex")]; };`,
  },

  // ── middy ──────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "an API with a JSON body, CORS, normalized headers and errors",
    layers: ["middy"],
    events: [
      httpEvent("POST", "/orders", { id: 1 }, { "X-Custom": "a", Origin: "https://example.com" }),
      httpEvent("POST", "/orders", "{ broken"),
      httpEvent("POST", "/orders", { id: 0 }),
    ],
    code: `import middy from "@middy/core"; import jsonBodyParser from "@middy/http-json-body-parser"; import errorHandler from "@middy/http-error-handler"; import cors from "@middy/http-cors"; import normalizer from "@middy/http-header-normalizer"; import { createError } from "@middy/util";
    const base = async (event) => { if (event.body.id === 0) throw createError(422, "id가 없습니다", { expose: true }); return { statusCode: 201, body: JSON.stringify({ got: event.body, header: event.headers["x-custom"] ?? null }) }; };
    export const handler = middy().use(normalizer()).use(jsonBodyParser()).use(cors({ origins: ["https://example.com"] })).use(errorHandler({ logger: false })).handler(base);`,
  },
  {
    title: "an API whose body zod checks, with the issues as the answer",
    layers: ["middy", "zod"],
    events: [httpEvent("POST", "/", { name: "a", age: 3 }), httpEvent("POST", "/", { name: 1 })],
    code: `import middy from "@middy/core"; import jsonBodyParser from "@middy/http-json-body-parser"; import errorHandler from "@middy/http-error-handler"; import { createError } from "@middy/util"; import { z } from "zod";
    const Body = z.object({ name: z.string(), age: z.int() });
    const checked = { before: ({ event }) => { const { error } = Body.safeParse(event.body); if (error) throw createError(400, JSON.stringify(error.issues), { expose: true }); } };
    export const handler = middy().use(jsonBodyParser()).use(checked).use(errorHandler({ logger: (error) => console.log(error.statusCode) })).handler(async (event) => ({ statusCode: 200, body: event.body.name }));`,
  },
  {
    title: "warmup events are answered early; input and output are logged; early returns",
    layers: ["middy"],
    events: [{ source: "serverless-plugin-warmup" }, { a: 1, secret: "x" }],
    code: `import middy from "@middy/core"; import warmup from "@middy/warmup"; import logger from "@middy/input-output-logger";
    export const handler = middy().use(warmup()).use(logger({ omitPaths: ["event.secret"], logger: (message) => console.log(JSON.stringify(message)) })).before(async (request) => { request.event.seen = true; }).after((request) => { request.response.after = 1; }).handler(async (event) => ({ ok: event.seen }));`,
  },
  {
    title: "middlewares run in their order, and an error goes back through onError",
    layers: ["middy"],
    events: [{}],
    code: `import middy from "@middy/core";
    const steps = []; const mark = (name) => ({ before: () => { steps.push("before " + name); }, after: () => { steps.push("after " + name); }, onError: (request) => { steps.push("error " + name + " " + request.error.message); if (name === "a") request.response = { steps }; } });
    export const handler = middy().use([mark("a"), mark("b")]).handler(async () => { throw new Error("no"); });`,
  },

  // ── Powertools ─────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "the logger's lines, with cold_start, keys, errors and levels",
    layers: ["powertools"],
    events: [{ n: 1 }, { n: 2 }],
    code: `${PINNED} import { Logger } from "@aws-lambda-powertools/logger";
    const logger = new Logger({ serviceName: "orders", persistentKeys: { team: "backend" } });
    export const handler = async (event) => { logger.addContext(context); logger.debug("hidden"); logger.info("주문", { orderId: event.n }); logger.appendKeys({ step: 2 }); logger.warn("느림"); const error = new TypeError("결제 실패", { cause: new Error("시간 초과") }); error.stack = "TypeError: 결제 실패\\n    at pay (/var/task/index.mjs:1:1)"; error.cause.stack = "Error: 시간 초과\\n    at pay (/var/task/index.mjs:2:2)"; logger.error("실패", error); logger.resetKeys(); logger.critical("끝"); return logger.getLevelName(); };`,
  },
  {
    title: "a child logger, log buffering and correlation ids",
    layers: ["powertools"],
    events: [{ requestContext: { requestId: "r-1" } }],
    code: `${PINNED} import { Logger, LogFormatter, LogItem } from "@aws-lambda-powertools/logger";
    class Short extends LogFormatter { formatAttributes(a, more) { return new LogItem({ attributes: { m: a.message, l: a.logLevel, at: this.formatTimestamp(a.timestamp) } }).addAttributes(more); } }
    const logger = new Logger({ serviceName: "s", logLevel: "DEBUG" }); const child = logger.createChild({ serviceName: "child", logLevel: "WARN" }); const short = new Logger({ logFormatter: new Short() });
    export const handler = async (event) => { logger.setCorrelationId(event.requestContext.requestId); logger.debug("보입니다"); child.info("숨습니다"); child.warn("보입니다", { a: { b: [1, undefined, null] } }); short.info("짧게", { x: 1n }); return logger.getCorrelationId(); };`,
  },
  {
    title: "metrics as an EMF line, with dimensions and cold start",
    layers: ["powertools"],
    events: [{}, {}],
    code: `${PINNED} import { Metrics, MetricUnit, MetricResolution } from "@aws-lambda-powertools/metrics";
    const metrics = new Metrics({ namespace: "shop", serviceName: "orders", defaultDimensions: { env: "prod" } });
    export const handler = async () => { metrics.setFunctionName("orders"); metrics.captureColdStartMetric(); metrics.addDimension("tier", "gold"); metrics.addMetric("placed", MetricUnit.Count, 1); metrics.addMetric("placed", MetricUnit.Count, 2); metrics.addMetric("latency", MetricUnit.Milliseconds, 12.5, MetricResolution.High); metrics.addMetadata("orderId", "o-1"); metrics.publishStoredMetrics(); try { metrics.addMetric("", MetricUnit.Count, 1); } catch (e) { return [e.name, e.message]; } };`,
  },
  {
    title: "partial failures of a batch from a queue",
    layers: ["powertools"],
    events: [sqs("1", "no", "3"), sqs("no", "no"), sqs("1")],
    code: `${PINNED} import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
    const processor = new BatchProcessor(EventType.SQS);
    export const handler = async (event) => processPartialResponse(event, async (record) => { if (record.body === "no") throw new Error("처리하지 못함 " + record.messageId); return Number(record.body); }, processor, { context });`,
  },
  {
    title: "a parser with an envelope, and what it says of a wrong event",
    layers: ["powertools", "zod"],
    events: [sqs('{"id":1}', '{"id":2}'), sqs('{"id":"x"}'), { nothing: 1 }],
    code: `import { z } from "zod"; import { SqsEnvelope } from "@aws-lambda-powertools/parser/envelopes/sqs"; import { SqsSchema } from "@aws-lambda-powertools/parser/schemas/sqs";
    export const handler = async (event) => { try { return SqsEnvelope.parse(event, z.object({ id: z.number() })); } catch (e) { return [e.name, e.message, e.cause?.issues ?? null, SqsSchema.safeParse(event).success]; } };`,
  },
  {
    title: "routes of the event handler on an HTTP API",
    layers: ["powertools"],
    events: [httpEvent("GET", "/orders/7", undefined, {}, "full=1"), httpEvent("GET", "/none"), httpEvent("POST", "/orders", { a: 1 })],
    code: `${PINNED} import { Router, NotFoundError } from "@aws-lambda-powertools/event-handler/http";
    const app = new Router({ logger: { error() {}, warn() {}, info() {}, debug() {} } }); app.get("/orders/:id", async ({ params, req }) => ({ id: params.id, full: new URL(req.url).searchParams.get("full") })); app.post("/orders", async ({ req }) => { throw new NotFoundError("주문 없음 " + (await req.json()).a); });
    export const handler = async (event) => app.resolve(event, context);`,
  },

  // ── hono ───────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "routes, parameters, JSON bodies and not found",
    layers: ["hono"],
    events: [httpEvent("GET", "/hello/람다", undefined, {}, "q=1&q=2"), httpEvent("POST", "/orders", { a: 1 }), httpEvent("GET", "/none")],
    code: `import { Hono } from "hono"; import { handle } from "hono/aws-lambda";
    const app = new Hono(); app.get("/hello/:name", (c) => c.text("안녕 " + c.req.param("name") + " " + c.req.queries("q"))); app.post("/orders", async (c) => c.json({ got: await c.req.json(), ip: c.env.event.requestContext.http.sourceIp }, 201, { "x-order": "1" })); app.notFound((c) => c.json({ message: "없음" }, 404));
    export const handler = handle(app);`,
  },
  {
    title: "middlewares: CORS, bearer authentication, request id, cookies, errors",
    layers: ["hono"],
    events: [
      httpEvent("GET", "/api/me", undefined, { authorization: "Bearer t", origin: "https://a.b" }),
      httpEvent("GET", "/api/me"),
      httpEvent("GET", "/api/boom", undefined, { authorization: "Bearer t" }),
      httpEvent("OPTIONS", "/api/me", undefined, { origin: "https://a.b", "access-control-request-method": "PUT" }),
    ],
    code: `import { Hono } from "hono"; import { handle } from "hono/aws-lambda"; import { cors } from "hono/cors"; import { bearerAuth } from "hono/bearer-auth"; import { setCookie } from "hono/cookie"; import { HTTPException } from "hono/http-exception"; import { secureHeaders } from "hono/secure-headers";
    const app = new Hono().basePath("/api"); app.use(cors({ origin: "https://a.b", allowMethods: ["GET", "PUT"] })); app.use(secureHeaders()); app.use(bearerAuth({ token: "t" })); app.get("/me", (c) => { setCookie(c, "s", "1", { httpOnly: true, maxAge: 60 }); return c.json({ me: 1 }); }); app.get("/boom", () => { throw new HTTPException(418, { message: "차" }); }); app.onError((e, c) => e instanceof HTTPException ? e.getResponse() : c.text("실패", 500));
    export const handler = handle(app);`,
  },
  {
    title: "validation, groups of routes, and JSX",
    layers: ["hono"],
    events: [httpEvent("POST", "/v1/items", { name: "a" }), httpEvent("POST", "/v1/items", { name: 1 }), httpEvent("GET", "/page")],
    code: `import { Hono } from "hono"; import { handle } from "hono/aws-lambda"; import { validator } from "hono/validator"; import { html } from "hono/html"; import { jsx } from "hono/jsx";
    const items = new Hono().post("/items", validator("json", (value, c) => typeof value.name === "string" ? value : c.text("이름이 잘못되었습니다", 400)), (c) => c.json(c.req.valid("json"), 201));
    const app = new Hono(); app.route("/v1", items); app.get("/page", (c) => c.html(html\`<p>\${"<b>"}</p>\${jsx("i", { class: "x" }, "기울임")}\`));
    export const handler = handle(app);`,
  },

  // ── axios ──────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "an adapter of one's own, interceptors and defaults",
    layers: ["axios"],
    events: [{}],
    code: `import axios from "axios";
    const api = axios.create({ baseURL: "https://api.example.com/v1", timeout: 500, headers: { "x-api-key": "k" }, adapter: async (config) => ({ data: JSON.stringify({ url: axios.getUri(config), method: config.method, key: config.headers.get("x-api-key"), body: config.data ?? null }), status: 200, statusText: "OK", headers: {}, config }) }); api.interceptors.request.use((config) => { config.params = { ...config.params, lang: "ko" }; return config; });
    export const handler = async () => [(await api.get("/a", { params: { q: "가 나", list: [1, 2] } })).data, (await api.post("/b", { a: 1 })).data];`,
  },
  {
    title: "errors: a status, a refused validation, a cancelled request",
    layers: ["axios"],
    events: [{}],
    code: `import axios, { AxiosError, isAxiosError, CanceledError } from "axios";
    const adapter = (status) => async (config) => { const response = { data: "{}", status, statusText: "S", headers: {}, config }; if (config.validateStatus(status)) return response; throw new AxiosError("Request failed with status code " + status, status < 500 ? AxiosError.ERR_BAD_REQUEST : AxiosError.ERR_BAD_RESPONSE, config, null, response); };
    const say = async (p) => { try { return (await p).status; } catch (e) { return [e.name, e.code ?? null, e.message, isAxiosError(e), e.response?.status ?? null, e instanceof CanceledError]; } };
    export const handler = async () => { const controller = new AbortController(); controller.abort(); return [await say(axios.get("https://a.b", { adapter: adapter(200) })), await say(axios.get("https://a.b", { adapter: adapter(404) })), await say(axios.get("https://a.b", { adapter: adapter(503) })), await say(axios.get("https://a.b", { adapter: adapter(404), validateStatus: () => true })), await say(axios.get("https://a.b", { adapter: adapter(200), signal: controller.signal }))]; };`,
  },
  {
    title: "forms, URLs and headers",
    layers: ["axios"],
    events: [{}],
    code: `import axios, { AxiosHeaders } from "axios"; import { createRequire } from "node:module"; const required = createRequire(import.meta.url)("axios");
    const echo = async (config) => ({ data: [String(config.data), config.headers.getContentType()], status: 200, statusText: "", headers: {}, config });
    export const handler = async () => [(await axios.post("https://a.b", new URLSearchParams({ a: "1", b: "나" }), { adapter: echo })).data, (await axios.postForm("https://a.b", { x: [1, 2] }, { adapter: echo, headers: { "content-type": "application/x-www-form-urlencoded" } })).data, AxiosHeaders.from("a: 1\\nB: 2").toJSON(), axios.getUri({ url: "/x", params: { d: new Date(0), o: { k: 1 } } }), required.VERSION === axios.VERSION];`,
  },

  // ── express ────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "routes with parameters, queries and JSON bodies",
    layers: ["express"],
    events: [
      httpEvent("GET", "/orders/7", undefined, {}, "full=yes"),
      httpEvent("POST", "/orders", { item: "책" }),
      httpEvent("GET", "/none"),
    ],
    code: `import express from "express"; import serverless from "serverless-http";
    const app = express(); app.disable("x-powered-by"); app.use(express.json()); app.get("/orders/:id", (req, res) => res.json({ id: req.params.id, query: req.query, host: req.hostname })); app.post("/orders", (req, res) => res.status(201).set("x-order", "1").send({ got: req.body })); app.use((req, res) => res.status(404).json({ message: "없음: " + req.path }));
    export const handler = serverless(app);`,
  },
  {
    title: "routers, middlewares and errors",
    layers: ["express"],
    events: [
      httpEvent("GET", "/api/me", undefined, { authorization: "t" }),
      httpEvent("GET", "/api/me"),
      httpEvent("GET", "/api/boom", undefined, { authorization: "t" }),
    ],
    code: `import express, { Router } from "express"; import serverless from "serverless-http";
    const app = express(); const api = Router(); api.use((req, res, next) => (req.get("authorization") ? next() : res.sendStatus(401))); api.get("/me", (req, res) => res.cookie("s", "1", { httpOnly: true }).type("text").send("나")); api.get("/boom", async () => { throw Object.assign(new Error("터짐"), { status: 418 }); }); app.use("/api", api); app.use((error, req, res, next) => res.status(error.status ?? 500).json({ error: error.message }));
    export const handler = serverless(app);`,
  },
  {
    title: "a body that is broken or too large, a redirect, an ETag that matches",
    layers: ["express"],
    events: [
      httpEvent("POST", "/", "{ no"),
      httpEvent("POST", "/", { big: "x".repeat(200) }),
      httpEvent("GET", "/old"),
      httpEvent("GET", "/etag", undefined, { "if-none-match": 'W/"2-vyGp6PvFo4RvsFtPoIWeCReyIC8"' }),
    ],
    code: `import express from "express"; import serverless from "serverless-http";
    const app = express(); app.use(express.json({ limit: "100b" })); app.get("/old", (req, res) => res.redirect(301, "/new")); app.get("/etag", (req, res) => res.send({})); app.use((error, req, res, next) => res.status(error.status).json({ type: error.type, message: error.message }));
    export const handler = serverless(app);`,
  },
];
