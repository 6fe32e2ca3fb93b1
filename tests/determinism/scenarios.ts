/** Scenarios that between them use everything that could tell one JavaScript engine or machine from another. */
import type { FunctionDefinition, Scenario, Stimulus } from "../../sandbox/index.ts";

const invoke = (Payload = "{}", count = 1): Stimulus => ({ type: "invoke", FunctionName: "f", Payload, count });
const wait = (duration: number): Stimulus => ({ type: "wait", duration });

function scenario(
  source: string | Readonly<Record<string, string>>,
  stimuli: readonly Stimulus[] = [invoke(), invoke()],
  change: Partial<FunctionDefinition> = {},
): Scenario {
  const files = typeof source === "string" ? { "index.mjs": source } : source;
  return {
    seed: 20_261_122,
    startsAt: "2026-11-22T07:00:00.000Z",
    functions: [{ FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", files, ...change }],
    stimuli,
  };
}

const returns = (expression: string) => `export const handler = async (event, context) => (${expression});`;

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "cold, warm, three at once, an hour of rest": scenario(
    "let n = 0; export const handler = async () => { n += 1; console.log('call', n); return n; };",
    [invoke(), invoke(), invoke("{}", 3), wait(3_600_000), invoke()],
  ),
  "dates, time zones and locales": scenario(
    returns(
      "[new Date().toString(), new Date(2026, 0, 1).getTime(), new Date(2026, 6, 1).getTimezoneOffset(), new Date('2026-03-01').toLocaleString(), String(new Date(NaN)), Date.parse('2026-11-22 09:00')]",
    ),
  ),
  "randomness and identifiers": scenario(
    `import { randomUUID } from "node:crypto"; ${returns("[Math.random(), Math.random(), randomUUID(), crypto.getRandomValues(new Uint8Array(4)), context.awsRequestId]")}`,
  ),
  "floating point to the last digit": scenario(
    returns(
      "[0.1 + 0.2, Math.sin(1), Math.cos(2), Math.tan(3), Math.exp(1.5), Math.log(7), Math.pow(1.1, 33), 1.1 ** 33.3, Math.cbrt(3), Math.hypot(1, 2, 3), Math.atan2(1, 3), (1.005).toFixed(2), (1e21).toString(), 5e-324, (0.000001234).toString(36)]",
    ),
  ),
  "order of timers, ticks, promises and immediates": scenario(
    `export const handler = () => new Promise((resolve) => {
      const seen = [];
      setTimeout(() => seen.push("timeout 5"), 5); setTimeout(() => seen.push("timeout 0"), 0); setTimeout(() => seen.push("timeout 1"), 1);
      setImmediate(() => seen.push("immediate")); process.nextTick(() => seen.push("tick")); queueMicrotask(() => seen.push("microtask"));
      Promise.resolve().then(() => seen.push("promise")); setTimeout(() => resolve(seen), 20); seen.push("sync");
    });`,
  ),
  "timers across a freeze": scenario(
    "let beats = 0; setInterval(() => { beats += 1; }, 100); export const handler = async () => { await new Promise((r) => setTimeout(r, 250)); return beats; };",
    [invoke(), wait(60_000), invoke(), invoke()],
  ),
  "an endless loop, and the next invocation": scenario(
    "export const handler = async (event) => { if (event.loop) for (;;); return 'alive'; };",
    [invoke('{"loop":true}'), invoke()],
    { Timeout: 1 },
  ),
  "work that is cut short": scenario(
    "export const handler = async () => { let n = 0; for (;;) n += JSON.stringify({ n }).length; };",
    [invoke()],
    {
      MemorySize: 3_008,
      Timeout: 60,
    },
  ),
  "out of memory": scenario("export const handler = async () => { const all = []; for (;;) all.push('x'.repeat(1000) + all.length); };", [
    invoke(),
    invoke(),
  ]),
  "deep recursion": scenario(
    "let depth = 0; const down = () => { depth += 1; down(); }; export const handler = async () => { depth = 0; try { down(); } catch (error) { return [error.name, error.message, depth]; } };",
  ),
  "errors and their stacks": scenario(
    "const f = (x) => x.y.z; export const handler = async (event) => { console.error(new TypeError('boom', { cause: new Error('why') })); return f(event); };",
  ),
  "a log of many kinds": scenario(
    "export const handler = async (event) => { console.log({ a: [1, { b: new Map([[1, new Set(['한글'])]]) }], d: new Date(0), f() {}, s: Symbol('x'), n: -0, big: 1n }); console.table([{ a: 1 }]); process.stdout.write('half '); process.stdout.write('line\\nrest'); console.warn('%s is %d and %j', 'x', 4.2, { y: 1 }); };",
  ),
  "JSON logs": scenario(
    "export const handler = async () => { console.info({ order: 7 }); console.debug('hidden'); throw new Error('no'); };",
    [invoke(), invoke()],
    {
      LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "INFO", SystemLogLevel: "DEBUG" },
    },
  ),
  "callbacks on Node.js 22": scenario(
    { "index.js": "exports.handler = (event, context, callback) => { setTimeout(() => callback(null, { waited: true }), 30); };" },
    [invoke(), invoke()],
    { Runtime: "nodejs22.x" },
  ),
  "streams, files and compression": scenario(
    `import { createReadStream, createWriteStream } from "node:fs"; import { createInterface } from "node:readline"; import { Readable, Transform } from "node:stream";
     import { pipeline } from "node:stream/promises"; import zlib from "node:zlib";
     export const handler = async () => {
       const upper = new Transform({ transform(chunk, encoding, done) { done(null, String(chunk).toUpperCase()); } });
       await pipeline(Readable.from(["a,1\\n", "한글,2\\n"]), upper, zlib.createGzip(), createWriteStream("/tmp/a.gz"));
       const lines = []; for await (const line of createInterface({ input: createReadStream("/tmp/a.gz").pipe(zlib.createGunzip()) })) lines.push(line);
       const web = await new Response0(new Blob(["web"]).stream().pipeThrough(new CompressionStream("deflate"))).base64();
       const levels = [1, 6, 9].map((level) => zlib.deflateSync("abcabcabd".repeat(99), { level }).toString("base64"));
       return [lines, web, levels, zlib.crc32("x"), zlib.brotliDecompressSync(Buffer.from("iwKAYnJvdGxpAw==", "base64")).toString(), process.memoryUsage().rss];
     };
     class Response0 { constructor(stream) { this.stream = stream; } async base64() { const all = []; for await (const part of this.stream) all.push(part); return Buffer.concat(all).toString("base64"); } }`,
  ),
  "init fails twice": scenario("import './missing.mjs'; export const handler = async () => 1;", [invoke(), invoke()]),
  "init takes too long": scenario(
    "await new Promise((resolve) => setTimeout(resolve, 12_000)); export const handler = async () => 'late';",
    [invoke(), invoke()],
    {
      Timeout: 20,
    },
  ),
  "a rejection that nobody handles": scenario("export const handler = async () => { Promise.reject(new Error('lost')); return 'ok'; };", [
    invoke(),
    invoke(),
  ]),
  "modules of every kind": scenario({
    "index.mjs":
      'import common, { named } from "./common.cjs"; import data from "./data.json" with { type: "json" }; export const handler = async () => [common, named, data, (await import("./late.mjs")).late, import.meta.url];',
    "common.cjs": "exports.named = 1; exports.dir = __dirname;",
    "data.json": '{"한글": true}',
    "late.mjs": "export const late = 'late';",
  }),
  "files, bytes and text": scenario(
    `import { readFileSync, writeFileSync, readdirSync } from "node:fs";
     export const handler = async () => { writeFileSync("/tmp/" + readdirSync("/tmp").length, Buffer.from("한글 \\u{1f600}")); return [readdirSync("/tmp"), readFileSync("/tmp/0").toString("base64"), new TextDecoder().decode(new Uint8Array([0xed, 0x95, 0x9c, 0xff])), new URL("https://예시.한국/길?q=값").href, "\\ud800"]; };`,
  ),
  "new code, new settings, a throttle": {
    ...scenario("export const handler = async () => 'old';", [
      invoke(),
      { type: "updateFunctionCode", FunctionName: "f", files: { "index.mjs": returns("'new'") } },
      invoke("{}", 4),
      {
        type: "updateFunctionConfiguration",
        FunctionName: "f",
        configuration: { MemorySize: 1_769, Environment: { Variables: { STAGE: "beta" } } },
      },
      invoke(),
      { type: "invoke", FunctionName: "absent" },
      invoke("{broken"),
    ]),
    account: { ConcurrentExecutions: 2 },
  },
  "a runtime of the function's own": scenario(
    {
      "bootstrap.mjs": `const api = "http://" + process.env.AWS_LAMBDA_RUNTIME_API + "/2018-06-01/runtime/invocation/";
        for (;;) {
          const next = await fetch(api + "next");
          const text = await next.text();
          console.log("한글", text.length);
          await fetch(api + next.headers.get("lambda-runtime-aws-request-id") + "/response", { method: "POST", body: text });
        }`,
    },
    [invoke('{"글":"가"}'), wait(60_000), invoke()],
    { Runtime: "provided.al2023" },
  ),
  "queues, retries, streams, throttles and an API under traffic": {
    seed: 7,
    startsAt: "2026-11-22T07:00:00.000Z",
    functions: [
      {
        FunctionName: "f",
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        files: {},
        declared: { duration: [20, 400], failures: [{ share: 0.2, how: { errorType: "Error", errorMessage: "안 됨" } }] },
        ReservedConcurrentExecutions: 3,
        DeadLetterConfig: { TargetArn: "queue:dead" },
        FunctionUrlConfigs: [{ AuthType: "NONE" }],
      },
    ],
    queues: [
      { QueueName: "dead" },
      { QueueName: "orders", VisibilityTimeout: 20, RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 2 } },
    ],
    streams: [{ StreamName: "clicks", ShardCount: 2 }],
    rules: [{ Name: "often", ScheduleExpression: "rate(1 minute)", Targets: [{ Arn: "function:f" }] }],
    eventSourceMappings: [
      { FunctionName: "f", EventSourceArn: "queue:orders", BatchSize: 2 },
      {
        FunctionName: "f",
        EventSourceArn: "stream:clicks",
        StartingPosition: "TRIM_HORIZON",
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 2,
      },
    ],
    stimuli: [
      {
        type: "traffic",
        arrivals: { type: "poisson", ratePerSecond: 5, duration: 20_000 },
        send: { type: "invoke", FunctionName: "f", InvocationType: "Event" },
      },
      { type: "sendMessages", QueueName: "orders", messages: [{ MessageBody: "{n}", count: 10 }] },
      { type: "putRecords", StreamName: "clicks", records: ["a", "b", "c", "d"].map((key) => ({ Data: key, PartitionKey: key })) },
      { type: "httpRequest", to: "url:f", method: "GET", path: "/길?a=1" },
      wait(400_000),
    ],
  },
};
