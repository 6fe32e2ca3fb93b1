/** fidelity.md §1.8: response streaming, in both generations of the runtime client. */
import { eventsOf, functionLines, invoke, payload, printed, reports, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const v22 = { Runtime: "nodejs22.x" } as const;
const v24 = { Runtime: "nodejs24.x" } as const;
const asStream = invoke(undefined, { api: "InvokeWithResponseStream" });
const streaming = (body: string, before = "") =>
  `${before}\nexport const handler = awslambda.streamifyResponse(async (event, responseStream, context) => {\n${body}\n});`;

const chunks = (trace: Trace) => eventsOf(trace, "response-chunk");
const texts = (trace: Trace) => chunks(trace).map(({ text }) => text);
const complete = (trace: Trace) => responses(trace)[0]?.InvokeComplete;
const details = (trace: Trace) => JSON.parse(complete(trace)?.ErrorDetails ?? "{}") as { errorType?: string; errorMessage?: string };
const contentType = (trace: Trace) => responses(trace)[0]?.ResponseStreamContentType;

const surface = fidelity(
  "`responseStream`: Writable subset (`write, end, cork, uncork, destroy, on/once/…`, `setContentType`, read-only `writableFinished, writableEnded, writableNeedDrain, writableHighWaterMark, writableLength, …`).",
);
const prelude = fidelity(
  "`HttpResponseStream.from` sets `application/vnd.awslambda.http-integration-response` and, before the first chunk, writes `JSON.stringify(prelude)` + 8 NUL bytes; prelude = `{statusCode, headers, cookies}`.",
);
const nonAsync = fidelity(
  "must return a promise else error `Streaming does not support non-async handlers.` (v3: plain string error; v4: `Error`).",
);
const trailers = fidelity(
  "Mid-stream errors travel as trailers `Lambda-Runtime-Function-Error-Type` / `Lambda-Runtime-Function-Error-Body` (base64 JSON); InvokeWithResponseStream surfaces them in the final `InvokeComplete{ErrorCode, ErrorDetails, LogResult}` event (BOTO).",
);
const limit = fidelity("| streamed response | 200 MB; first 6 MB uncapped then 2 MB/s");

export const streamingCases: readonly FidelityCase[] = [
  {
    section: "1.8",
    title: "The global awslambda has streamifyResponse and HttpResponseStream.",
    says: fidelity("Global `awslambda` (unless `AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA` is `1`/`true`)"),
    files: "export const handler = async () => [typeof awslambda.streamifyResponse, typeof awslambda.HttpResponseStream.from];",
    see: payload,
    expected: '["function","function"]',
  },
  {
    section: "1.8",
    title: "There is no global awslambda where AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA is 1 or true.",
    says: fidelity("Global `awslambda` (unless `AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA` is `1`/`true`)"),
    files: "export const handler = async () => typeof awslambda;",
    options: { Environment: { Variables: { AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA: "true" } } },
    see: payload,
    expected: '"undefined"',
  },
  {
    section: "1.8",
    title: "streamifyResponse marks the function with a symbol and returns the same function.",
    says: fidelity(
      "marks the function with `Symbol.for('aws.lambda.runtime.handler.streaming') = 'response'` and returns the same function",
    ),
    files: `const plain = async () => {}; const marked = awslambda.streamifyResponse(plain, { highWaterMark: 10 });
      const mark = (name) => plain[Symbol.for("aws.lambda.runtime.handler.streaming" + name)];
      export const handler = async () => [marked === plain, mark(""), mark(".highWaterMark")];`,
    see: payload,
    expected: '[true,"response",10]',
  },
  {
    section: "1.8",
    title: "A function that is marked with something else is a Runtime.MalformedStreamingHandler.",
    says: fidelity('`MalformedStreamingHandler` ("Only response streaming is supported.")'),
    files: `export const handler = async () => 1; handler[Symbol.for("aws.lambda.runtime.handler.streaming")] = "request";`,
    see: (trace) => {
      const { errorType, errorMessage } = JSON.parse(payload(trace)) as { errorType: string; errorMessage: string };
      return [errorType, errorMessage];
    },
    expected: ["Runtime.MalformedStreamingHandler", "Only response streaming is supported."],
  },
  {
    section: "1.8",
    title: "The handler's signature is (event, responseStream, context).",
    says: fidelity("Handler signature `(event, responseStream, context)`"),
    files: streaming("responseStream.end(JSON.stringify([event.n, typeof responseStream.write, context.functionName]));"),
    stimuli: [invoke({ n: 7 })],
    see: payload,
    expected: '[7,"function","fn"]',
  },
  {
    section: "1.8",
    title: "A streaming handler may have three parameters: nodejs24.x does not take it for a callback-based one.",
    says: fidelity("`handler.length >= 3` and not streaming → init fails with `Runtime.CallbackHandlerDeprecated`"),
    files: streaming("responseStream.end('ok');"),
    see: payload,
    expected: "ok",
  },
  {
    section: "1.8",
    title: "What is written leaves piece by piece, at the time at which it is written.",
    says: fidelity(
      "InvokeWithResponseStream: event stream of `PayloadChunk{Payload}` then `InvokeComplete{ErrorCode, ErrorDetails, LogResult}`",
    ),
    files: streaming(
      "responseStream.write('a'); await new Promise((r) => setTimeout(r, 1000)); responseStream.write('b'); responseStream.end('c');",
    ),
    stimuli: [asStream],
    see: (trace) => {
      const [first, second] = chunks(trace);
      return [texts(trace), Math.round(((second?.at ?? 0) - (first?.at ?? 0)) / 100), complete(trace), payload(trace)];
    },
    expected: [["a", "bc"], 10, {}, "abc"],
  },
  {
    section: "1.8",
    title: "What is written in one tick need not be a chunk each.",
    says: fidelity("No chunk fidelity: client chunks need not match `write` calls"),
    files: streaming("for (const letter of 'abc') responseStream.write(letter); responseStream.end();"),
    stimuli: [asStream],
    see: texts,
    expected: ["abc"],
  },
  {
    section: "1.8",
    title: "A handler that is not async is refused: Streaming does not support non-async handlers.",
    says: nonAsync,
    files: "export const handler = awslambda.streamifyResponse((event, responseStream) => { responseStream.write('a'); });",
    see: (trace) => {
      const { errorType, errorMessage } = JSON.parse(payload(trace)) as { errorType: string; errorMessage: string };
      return [errorMessage, errorType];
    },
    only: v24,
    expected: ["Streaming does not support non-async handlers.", "Error"],
  },
  {
    section: "1.8",
    title: "In nodejs22.x the refusal of a handler that is not async is a plain string.",
    says: nonAsync,
    files: "export const handler = awslambda.streamifyResponse((event, responseStream) => { responseStream.write('a'); });",
    see: payload,
    only: v22,
    expected: '{"errorType":"string","errorMessage":"Streaming does not support non-async handlers.","trace":[]}',
  },
  {
    section: "1.8",
    title: "A defined return value is ignored, with a warning.",
    says: fidelity('A defined return value → `console.warn("Streaming handlers ignore return values.")`.'),
    files: streaming("responseStream.end('text'); return 'value';"),
    see: (trace) => [payload(trace), printed(trace)[0], functionLines(trace)[0]?.includes("\tWARN\t")],
    expected: ["text", "Streaming handlers ignore return values.", true],
  },
  {
    section: "1.8",
    title: "A stream that Lambda closed before its end is an error: Response stream is not finished.",
    says: fidelity("Promise settled but stream not ended → `Response stream is not finished.`"),
    files: streaming(
      "const mb = Buffer.alloc(1024 * 1024); for (let i = 0; i < 8; i += 1) { responseStream.write(mb); await new Promise(setImmediate); }",
    ),
    options: { MemorySize: 256 },
    see: (trace) => [/Response stream is not finished\./.test(functionLines(trace)[0] ?? "")],
    expected: [true],
  },
  {
    section: "1.8",
    title: "Lambda waits for a stream that is never ended, until the function's timeout.",
    says: fidelity("Promise settled but stream not ended"),
    files: streaming("responseStream.write('begun');"),
    stimuli: [asStream],
    see: (trace) => [texts(trace), reports(trace)[0]?.status, details(trace).errorType],
    only: { platformLogStyle: "new" },
    expected: [["begun"], "timeout", "Sandbox.Timedout"],
  },
  {
    section: "1.8",
    title: "The responseStream has the methods and properties of a Writable that the client lets through, and no others.",
    says: surface,
    files: streaming(`const { writableFinished, writableEnded, writableNeedDrain, writableHighWaterMark, writableLength } = responseStream;
      const before = [writableFinished, writableEnded, writableNeedDrain, writableHighWaterMark, writableLength];
      const methods = ["write", "end", "cork", "uncork", "destroy", "on", "once", "setContentType"].every((name) => typeof responseStream[name] === "function");
      responseStream.end(JSON.stringify([before, methods, typeof responseStream.pipe, typeof responseStream.setHeader]));`),
    see: payload,
    expected: '[[false,false,false,65536,0],true,"undefined","undefined"]',
  },
  {
    section: "1.8",
    title: "The read-only properties of the responseStream stay as they are.",
    says: surface,
    files: streaming("try { responseStream.writableEnded = true; } catch (error) { responseStream.end(error.name); }"),
    see: payload,
    expected: "TypeError",
  },
  {
    section: "1.8",
    title: "write answers false where more is waiting than the high-water mark, and drain says when there is room.",
    says: surface,
    files: `import { once } from "node:events";
      export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
        const seen = [responseStream.write("x".repeat(65536)), responseStream.writableNeedDrain, responseStream.writableLength];
        await once(responseStream, "drain");
        seen.push(responseStream.writableNeedDrain, responseStream.writableLength, responseStream.write("y"));
        responseStream.end(JSON.stringify(seen));
      });`,
    see: (trace) => payload(trace).slice(65536),
    expected: "y[false,true,65536,false,0,true]",
  },
  {
    section: "1.8",
    title: "finish says that all has been handed over: the stream is finished then.",
    says: surface,
    files: streaming(`responseStream.write("a");
      const finished = new Promise((resolve) => responseStream.on("finish", resolve));
      responseStream.end(); console.log(responseStream.writableEnded, responseStream.writableFinished);
      await finished; console.log(responseStream.writableFinished);`),
    see: printed,
    expected: ["true false", "true"],
  },
  {
    section: "1.8",
    title: "What is no string and no bytes is written as JSON.",
    says: fidelity("Non string/Buffer/Uint8Array chunks are `JSON.stringify`ed."),
    files: streaming(
      "responseStream.write({ a: [1, null] }); responseStream.write(5); responseStream.write(new Uint8Array([33])); responseStream.end();",
    ),
    see: payload,
    expected: '{"a":[1,null]}5!',
  },
  {
    section: "1.8",
    title: "setContentType after the first write is a Runtime.InvalidStreamingOperation: Cannot set content-type, too late.",
    says: fidelity('`setContentType` after first write → `Runtime.InvalidStreamingOperation` "Cannot set content-type, too late."'),
    files: streaming(
      "responseStream.write('a'); try { responseStream.setContentType('text/plain'); } catch (error) { responseStream.end(error.name + ': ' + error.message); }",
    ),
    see: payload,
    expected: "aRuntime.InvalidStreamingOperation: Cannot set content-type, too late.",
  },
  {
    section: "1.8",
    title: "The content type is application/octet-stream unless setContentType says another one.",
    says: fidelity("Default content type `application/octet-stream`."),
    files: streaming("if (event.type) responseStream.setContentType(event.type); responseStream.end('a');"),
    stimuli: [asStream, invoke({ type: "text/plain" }, { api: "InvokeWithResponseStream" })],
    see: (trace) => responses(trace).map(({ ResponseStreamContentType }) => ResponseStreamContentType),
    expected: ["application/octet-stream", "text/plain"],
  },
  {
    section: "1.8",
    title: "HttpResponseStream.from writes the prelude as JSON and 8 NUL bytes before the first chunk.",
    says: prelude,
    files: streaming(`const http = awslambda.HttpResponseStream.from(responseStream, { statusCode: 201, headers: { a: "b" } });
      http.write("body"); http.end();`),
    stimuli: [asStream],
    see: (trace) => [payload(trace), contentType(trace)],
    expected: [`{"statusCode":201,"headers":{"a":"b"}}${"\0".repeat(8)}body`, "application/vnd.awslambda.http-integration-response"],
  },
  {
    section: "1.8",
    title: "The prelude goes with the first write: a stream that is only ended has none.",
    says: prelude,
    files: streaming("awslambda.HttpResponseStream.from(responseStream, { statusCode: 204 }).end();"),
    stimuli: [asStream],
    see: (trace) => [payload(trace), chunks(trace).length],
    expected: ["", 0],
  },
  {
    section: "1.8",
    title: "pipeline into the responseStream ends it.",
    says: surface,
    files: `import { Readable } from "node:stream"; import { pipeline } from "node:stream/promises";
      export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
        await pipeline(Readable.from(["a", "b", "c"]), responseStream);
        console.log(responseStream.writableFinished);
      });`,
    see: (trace) => [payload(trace), printed(trace)],
    expected: ["abc", ["true"]],
  },
  {
    section: "1.8",
    title: "An error in mid-stream comes in InvokeComplete, after what had been written.",
    says: trailers,
    files: streaming("responseStream.write('half'); await new Promise((r) => setTimeout(r, 10)); throw new RangeError('mid-stream');"),
    stimuli: [asStream],
    see: (trace) => [
      texts(trace),
      complete(trace)?.ErrorCode,
      details(trace).errorType,
      details(trace).errorMessage,
      reports(trace)[0]?.status,
    ],
    expected: [["half"], "Unhandled", "RangeError", "mid-stream", "failure"],
  },
  {
    section: "1.8",
    title: "An error in mid-stream is logged as Invoke Error, and the environment lives on.",
    says: trailers,
    files: streaming("responseStream.write('half'); throw new RangeError('mid-stream');", "let calls = 0;").replace(
      "responseStream.write('half');",
      "calls += 1; if (calls === 2) return void responseStream.end('2'); responseStream.write('half');",
    ),
    stimuli: [asStream, asStream],
    see: (trace) => [functionLines(trace)[0]?.includes("\tERROR\tInvoke Error \t"), payload(trace, 1)],
    expected: [true, "2"],
  },
  {
    section: "1.8",
    title: "An error after the end of the stream is logged, and the caller has a whole answer.",
    says: trailers,
    files: streaming("await new Promise((r) => responseStream.end('whole', r)); throw new Error('late');").replace(
      "await new Promise((r) => responseStream.end('whole', r));",
      "responseStream.write('whole'); await new Promise((r) => responseStream.end(r));",
    ),
    stimuli: [asStream],
    see: (trace) => [payload(trace), complete(trace), functionLines(trace)[0]?.includes("\tERROR\tInvoke Error \t")],
    expected: ["whole", {}, true],
  },
  {
    section: "1.8",
    title: "A streaming handler called by plain Invoke returns the concatenated bytes.",
    says: fidelity("A streaming handler called by plain Invoke returns the concatenated bytes"),
    files: streaming(
      "responseStream.write('안'); await new Promise((r) => setTimeout(r, 50)); responseStream.write('녕'); responseStream.end();",
    ),
    see: (trace) => [payload(trace), responses(trace)[0]?.StatusCode, chunks(trace).length],
    expected: ["안녕", 200, 0],
  },
  {
    section: "1.8",
    title: "An error in mid-stream is a plain Invoke's whole answer.",
    says: trailers,
    files: streaming("responseStream.write('half'); throw new RangeError('mid-stream');"),
    see: (trace) => [(JSON.parse(payload(trace)) as { errorType: string }).errorType, responses(trace)[0]?.FunctionError],
    expected: ["RangeError", "Unhandled"],
  },
  {
    section: "1.8",
    title: "A buffered handler called by InvokeWithResponseStream answers with its raw JSON.",
    says: fidelity("a buffered handler on a RESPONSE_STREAM URL returns its raw JSON (§8.4)."),
    files: "export const handler = async () => ({ statusCode: 200, body: 'b' });",
    stimuli: [asStream],
    see: (trace) => [texts(trace), complete(trace)],
    expected: [['{"statusCode":200,"body":"b"}'], {}],
  },
  {
    section: "1.8",
    title: "In nodejs22.x the next invocation waits for an empty event loop, unless callbackWaitsForEmptyEventLoop is false.",
    says: fidelity("`callbackWaitsForEmptyEventLoop`"),
    files: streaming(
      "context.callbackWaitsForEmptyEventLoop = event.wait; setTimeout(() => {}, 2000); responseStream.write('a'); responseStream.end();",
    ),
    stimuli: [invoke({ wait: true }), invoke({ wait: false })],
    only: v22,
    see: (trace) => reports(trace).map(({ duration }) => duration > 1900),
    expected: [true, false],
  },
  {
    section: "1.8",
    title: "In nodejs24.x the event loop is not waited for after the stream's end.",
    says: fidelity("Never waits for an empty loop."),
    files: streaming("setTimeout(() => {}, 2000); responseStream.write('a'); responseStream.end();"),
    only: v24,
    see: (trace) => reports(trace).map(({ duration }) => duration < 1000),
    expected: [true],
  },
  {
    section: "4.2",
    title: "The first 6 MB of a stream are uncapped, then 2 MB go in a second.",
    says: limit,
    files: `import { once } from "node:events";
      export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
        const mb = Buffer.alloc(1024 * 1024, "a");
        for (let i = 0; i < 10; i += 1) if (!responseStream.write(mb)) await once(responseStream, "drain");
        responseStream.end();
      });`,
    options: { MemorySize: 1769, Timeout: 10 },
    stimuli: [asStream],
    see: (trace) => {
      const all = chunks(trace);
      const from = all[0]?.at ?? 0;
      const within = (seconds: number) =>
        all.filter(({ at }) => at - from <= seconds * 1000).reduce((sum, { bytes }) => sum + bytes, 0) / 1_048_576;
      return [Math.round(within(0.1)), Math.round(within(1.05)), Math.round(within(3)), responses(trace)[0]?.streamedBytes];
    },
    expected: [6, 8, 10, 10_485_760],
  },
  {
    section: "4.2",
    title: "A plain Invoke of a streaming handler has the limit of a buffered answer.",
    says: fidelity("| sync response > 6,291,556 bytes (6 MiB + 100) |"),
    files: streaming("responseStream.write('a'.repeat(6291557)); responseStream.end();"),
    options: { MemorySize: 512 },
    see: payload,
    expected: fidelity(
      '{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}',
      { whole: true, exact: true },
    ),
  },
];
