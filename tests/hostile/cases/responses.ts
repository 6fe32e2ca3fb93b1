/** Streamed answers that never end, never stop or come too fast, layers with odd paths, and TypeScript that is hard to read. */
import { type Expected, exits, type HostileCase, hostile, type More, outOfMemory, returns, throws, timesOut } from "../case.ts";

const tooLarge = (limit: number): Expected => ({
  status: "error",
  errorType: "Function.ResponseSizeTooLarge",
  payload: new RegExp(`^\\{"errorMessage":"Response payload size exceeded maximum allowed payload size \\(${limit} bytes\\)\\.`),
});

/** A streaming handler that does `body` at its first event and streams "works" at the second. */
function streaming(name: string, body: string, expected: Expected, { module = "", ...more }: More = {}): HostileCase {
  const handler = `export const handler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  if (event.again) return void responseStream.end('"works"');
${body}
});\n`;
  return { kind: "endless response", name, files: { "index.mjs": `${module}\n${handler}` }, expected, ...more };
}

const ROOM = { options: { MemorySize: 1769, Timeout: 10 } };
/** Real size: 1 GB in pieces of 1 MB, waiting for `drain` as it should. */
const GIGABYTE = `const mb = Buffer.alloc(1024 * 1024);
  for (let i = 0; i < 1024; i++) if (!responseStream.write(mb)) await new Promise((resolve, reject) => { responseStream.once("drain", resolve); responseStream.once("error", reject); });
  responseStream.end();`;

export const ENDLESS_RESPONSES: readonly HostileCase[] = [
  streaming("a stream that is never ended", "responseStream.write('begun');", timesOut()),
  streaming("a stream that is never written to", "", timesOut()),
  streaming("writes without end", "for (;;) responseStream.write('x'.repeat(1000));", { status: "timeout" }),
  streaming("writes of new bytes without end", "for (;;) responseStream.write(Buffer.alloc(1_000_000));", outOfMemory),
  streaming(
    "a write in each write's callback",
    "const again = () => responseStream.write('x', again); again(); await new Promise(() => {});",
    timesOut(),
  ),
  streaming(
    "a write in each drain",
    "responseStream.on('drain', () => responseStream.write('x'.repeat(70_000))); responseStream.write('x'.repeat(70_000)); await new Promise(() => {});",
    { status: "error", errorType: "Function.ResponseSizeTooLarge" },
  ),
  streaming("1 GB to a caller of Invoke", GIGABYTE, tooLarge(6_291_556), ROOM),
  streaming(
    "1 GB to a caller that streams",
    GIGABYTE,
    { status: "error", errorType: "Function.ResponseSizeTooLarge" },
    {
      options: { MemorySize: 1769, Timeout: 900 },
      api: "InvokeWithResponseStream",
      then: { status: "success" },
    },
  ),
  streaming("a chunk whose length never ends", "responseStream.write({ get length() { for (;;); } });", timesOut()),
  streaming("a chunk whose toJSON never ends", "responseStream.write({ toJSON() { for (;;); } });", timesOut()),
  streaming(
    "a prelude that writes",
    "responseStream._onBeforeFirstWrite = () => responseStream.write('x'); responseStream.write('y'); responseStream.end();",
    throws("RangeError", "Maximum call stack size exceeded"),
  ),
  streaming(
    "a buffer that shrinks after it was written",
    "const buffer = new ArrayBuffer(100, { maxByteLength: 200 }); responseStream.write(new Uint8Array(buffer)); buffer.resize(0); responseStream.end();",
    returns(""),
  ),
  streaming(
    "a buffer that is given away after it was written",
    "const bytes = new Uint8Array(100); responseStream.write(bytes); bytes.buffer.transfer(); responseStream.end();",
    returns(""),
  ),
  streaming("an exit in mid-stream", "responseStream.write('x'); await null; process.exit(3);", exits("exit status 3")),
  streaming("a destroyed stream", "responseStream.write('x'); responseStream.destroy(); await new Promise(setImmediate);", {
    status: "error",
    errorType: "Runtime.TruncatedResponse",
  }),
  streaming(
    "methods of arrays and emitters that throw",
    "Array.prototype.push = Array.prototype.shift = () => { throw new Error('push'); }; responseStream.end('x');",
    { status: "failure" },
    { then: { status: "failure" } },
  ),
];

const LAYER: Readonly<Record<string, string>> = { "nodejs/node_modules/pkg/index.js": "exports.here = __filename;" };
const OWN = "export const handler = async (event) => event.again ? 'works' : 'own';";
const trick = (name: string, files: Readonly<Record<string, string>>, more: Partial<HostileCase> = {}): HostileCase => ({
  kind: "layer trick",
  name,
  files: { "index.mjs": `// ${name}\n${OWN}` },
  layers: [{ LayerName: "trick", files }],
  options: { Layers: ["trick"] },
  expected: returns('"own"'),
  ...more,
});

export const LAYER_TRICKS: readonly HostileCase[] = [
  trick("a layer's file that means the function's", { "../var/task/index.mjs": "export const handler = async () => 'layer';" }),
  trick("a layer's file that means the function's package.json", { "../../var/task/package.json": "{" }),
  trick("a layer's file that means the runtime's", { "../var/runtime/index.mjs": "export const handler = 1;" }),
  trick("a layer's file with an absolute path", { "/var/task/index.mjs": "export const handler = async () => 'layer';" }),
  trick("a layer whose file is called as an object's prototype", { __proto__: "", constructor: "", ...LAYER }),
  trick("a layer with the same name as file and as folder", { "nodejs/node_modules/pkg": "", ...LAYER }),
  trick("a layer with NUL in a path", { "nodejs/\0": "", "nodejs/node_modules/pkg/\0index.js": "" }),
];

const typed = (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("TypeScript trick", name, `  const { writeFileSync } = await import("node:fs");\n${body}`, expected, more);
const imported = (text: string) => `writeFileSync("/tmp/a.mts", ${text}); await import("/tmp/a.mts");`;

export const TYPESCRIPT_TRICKS: readonly HostileCase[] = [
  typed(
    "types that are nested ten thousand deep",
    imported('"let a: " + "[".repeat(10000) + "A" + "]".repeat(10000)'),
    throws("SyntaxError", /.*/),
  ),
  typed("type arguments that never end", imported('"let a: " + "A<".repeat(20000)'), throws("SyntaxError", /.*/)),
  typed(
    "an arrow function that may be a comparison, a hundred deep",
    imported('"let a = " + "(a < b > (".repeat(100)'),
    throws("SyntaxError", /.*/),
  ),
  typed(
    "functions with type parameters in each other's defaults",
    'for (let i = 0; ; i++) { writeFileSync(`/tmp/a${i}.mts`, "(a = <T>(".repeat(24) + i); try { await import(`/tmp/a${i}.mts`); } catch {} }',
    timesOut(),
  ),
  typed("5 MB of types", imported('"let a: A;\\n".repeat(500000)'), { status: "timeout", simplified: "work budget" }, ROOM),
  typed(
    "the same file imported again and again",
    'writeFileSync("/tmp/a.mts", "let a: A;\\n".repeat(10000)); for (let i = 0; ; i++) { writeFileSync("/tmp/a.mts", `let a${i}: A;\\n`.repeat(1)); await import(`/tmp/a.mts?${i}`); }',
    timesOut(),
  ),
  typed("a regular expression in a type", imported('"type A = /(/; "'), throws("SyntaxError", /.*/)),
];
