import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SimulationFailed, startSimulationThread } from "../../../sandbox/node/simulation.ts";
import { invocations, lab, written } from "./lab.ts";

const COUNTER = "let n = 0;\nexport const handler = async (event) => { n += 1; console.log('call', n); return { n, event }; };\n";

test("invoking a file runs its handler with an empty event and prints result, log and environments", async () => {
  const { code, stdout, stderr } = await lab(["invoke", written({ "hello.mjs": COUNTER })]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^호출 1\/1 · 환경 1 · 콜드 스타트 · [0-9a-f-]{36}\n결과 200\n\{\n {2}"n": 1,\n {2}"event": \{\}\n\}\n로그\n {2}INIT_START /,
  );
  expect(stdout).toMatch(/\n {2}REPORT RequestId: .*Init Duration: /);
  expect(stdout).toMatch(/\n실행 환경 +만든 때 +초기화 +호출 +리셋 +상태\n1 .* 1회 +0회 +대기 중\n/);
  expect(stdout).toMatch(/\n사용량: 요청 1회, 청구 시간 /);
});

test("--json prints one object whose records have exactly the documented keys", async () => {
  const [record, ...others] = await invocations([written({ "hello.mjs": COUNTER })]);
  expect(others).toEqual([]);
  expect(Object.keys(record ?? {})).toEqual([
    "requestId",
    "environment",
    "coldStart",
    "initDurationMs",
    "durationMs",
    "billedDurationMs",
    "maxMemoryUsedMB",
    "statusCode",
    "functionError",
    "payload",
    "logs",
  ]);
  expect(record).toMatchObject({ environment: "1", coldStart: true, statusCode: 200, functionError: null, payload: { n: 1, event: {} } });
  expect(record?.logs[0]).toMatch(/^INIT_START Runtime Version: nodejs:24/);
  expect(record?.logs.at(-1)).toMatch(/^REPORT RequestId: /);
});

test("--times 3 is one cold start and two warm ones", async () => {
  const records = await invocations([written({ "hello.mjs": COUNTER }), "--times", "3"]);
  expect(records.map(({ coldStart, payload }) => [coldStart, payload])).toEqual([
    [true, { n: 1, event: {} }],
    [false, { n: 2, event: {} }],
    [false, { n: 3, event: {} }],
  ]);
});

test("--concurrent 3 is three cold starts in three environments", async () => {
  const records = await invocations([written({ "hello.mjs": COUNTER }), "--concurrent", "3"]);
  expect(records.map(({ coldStart }) => coldStart)).toEqual([true, true, true]);
  expect(new Set(records.map(({ environment }) => environment)).size).toBe(3);
});

test("--wait 2h shows a reaped environment, and with --times 2 a second cold start", async () => {
  const file = written({ "hello.mjs": COUNTER });
  expect((await lab(["invoke", file, "--wait", "2h"])).stdout).toMatch(/\n1 .* (\d+분( \d+초)?)에 종료\(유휴\)\n/);
  const records = await invocations([file, "--times", "2", "--wait", "2h"]);
  expect(records.map(({ coldStart, environment }) => [coldStart, environment])).toEqual([
    [true, "1"],
    [true, "2"],
  ]);
});

test("the S3 event with a Korean key arrives encoded as S3 encodes it", async () => {
  const code = "export const handler = async ({ Records: [{ s3 }] }) => decodeURIComponent(s3.object.key.replaceAll('+', ' '));";
  const [record] = await invocations([written({ "index.mjs": code }), "--source", "s3", "--set", "key=사진/여름 휴가+1.jpg"]);
  expect(record?.payload).toBe("사진/여름 휴가+1.jpg");
});

test("five SQS messages arrive in one batch", async () => {
  const code = "export const handler = async ({ Records }) => Records.map(({ body }) => JSON.parse(body).orderId);";
  const [record] = await invocations([written({ "index.mjs": code }), "--source", "sqs", "--set", "count=5"]);
  expect(record?.payload).toEqual(["order-1", "order-2", "order-3", "order-4", "order-5"]);
});

test("an HTTP POST arrives in payload format 2.0", async () => {
  const code = "export const handler = async ({ requestContext: { http }, body }) => ({ method: http.method, ...JSON.parse(body) });";
  const set = ["--set", "method=POST", "--set", "path=/orders", "--set", 'body={"a":1}'];
  const [record] = await invocations([written({ "index.mjs": code }), "--source", "api-gateway-http", ...set]);
  expect(record?.payload).toEqual({ method: "POST", a: 1 });
});

test("--event - reads the event from standard input, and --event takes a file", async () => {
  const file = written({ "hello.mjs": COUNTER });
  const [fromInput] = await invocations([file, "--event", "-"], '{"from":"입력"}');
  expect(fromInput?.payload).toEqual({ n: 1, event: { from: "입력" } });
  const [fromFile] = await invocations([file, "--event", written({ "event.json": '["file"]' })]);
  expect(fromFile?.payload).toEqual({ n: 1, event: ["file"] });
});

test("a folder is a deployment package, and what is no text is told of and left out", async () => {
  const index = "import name from './lib/name.mjs';\nexport const handler = async () => name;";
  const folder = written({ "index.mjs": index, "logo.png": Uint8Array.of(137, 80, 78, 71, 0, 1) });
  mkdirSync(join(folder, "lib"));
  writeFileSync(join(folder, "lib", "name.mjs"), "export default '이름';");
  const { code, stdout, stderr } = await lab(["invoke", folder, "--json"]);
  expect([code, stderr]).toEqual([0, "텍스트가 아니어서 뺀 파일 1개: logo.png\n"]);
  expect(JSON.parse(stdout).invocations[0].payload).toBe("이름");
});

test("a .js file alone is CommonJS, and an ES module where the package.json beside it says so", async () => {
  const [commonjs] = await invocations([written({ "index.js": "exports.handler = async () => typeof require;" })]);
  expect(commonjs?.payload).toBe("function");
  const folder = written({ "index.js": "export const handler = async () => typeof require;", "package.json": '{"type":"module"}' });
  const [module] = await invocations([join(folder, "index.js")]);
  expect(module?.payload).toBe("undefined");
});

test("memory, environment variables, runtime and log format reach the function", async () => {
  const code =
    "export const handler = async () => { console.info('x'); return [process.env.STAGE, process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE, process.env.AWS_EXECUTION_ENV]; };";
  const options = ["--memory", "512", "--env", "STAGE=시험", "--runtime", "nodejs22.x", "--log-format", "JSON"];
  const [record] = await invocations([written({ "index.mjs": code }), ...options]);
  expect(record?.payload).toEqual(["시험", "512", "AWS_Lambda_nodejs22.x"]);
  expect(record?.logs.map((line) => JSON.parse(line).type ?? JSON.parse(line).level)).toContain("platform.report");
});

test("the same seed prints the same, another seed does not", async () => {
  const file = written({ "index.mjs": "export const handler = async () => Math.random();" });
  const run = async (seed: string) => (await lab(["invoke", file, "--seed", seed])).stdout;
  const first = await run("1");
  expect(await run("1")).toBe(first);
  expect(await run("2")).not.toBe(first);
});

test("an endless loop is a timeout, and over in seconds of real time", async () => {
  const file = written({ "index.mjs": "export const handler = async () => { while (true) {} };" });
  const before = performance.now();
  const [record] = await invocations([file, "--memory", "128", "--timeout", "3"]);
  // The aim is two seconds (npm run bench); tests share the machine with each other.
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(record).toMatchObject({ functionError: "Unhandled", durationMs: 3000, billedDurationMs: expect.any(Number) });
  expect(record?.payload).toMatchObject({ errorMessage: expect.stringMatching(/Task timed out after 3\.00 seconds$/) });
});

test("a function that throws is an outcome: exit code 0 and FunctionError", async () => {
  const file = written({ "index.mjs": "export const handler = async () => { throw new TypeError('없는 주문'); };" });
  const { code, stdout } = await lab(["invoke", file]);
  expect(code).toBe(0);
  expect(stdout).toContain("결과 200 · 함수 오류(Unhandled)");
  expect(stdout).toContain('"errorMessage": "없는 주문"');
});

test.each([
  [["invoke", "no/such/file.mjs"], "파일이나 폴더가 없습니다: no/such/file.mjs\n"],
  [["invoke", "package.json"], "Lambda의 Node.js 런타임은 .mjs, .js, .cjs 파일을 실행합니다. 받은 파일: package.json\n"],
  [["invoke", "index.mjs", "--memory", "1"], "‘--memory’ 값은 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 1\n"],
  [["event", "s3", "--set", "colour=red"], "‘colour’ 필드는 없습니다. 쓸 수 있는 필드: bucket, key, size, eventName\n"],
  [["event", "nothing"], "‘nothing’ 이벤트 소스는 없습니다. 쓸 수 있는 소스는 event --list가 보여 줍니다.\n"],
])("%j is one sentence on standard error and exit code 2", async (args, sentence) => {
  expect(await lab(args)).toEqual({ code: 2, stdout: "", stderr: sentence });
});

test("an event that is no JSON, or that is not there, is one sentence and exit code 2", async () => {
  const file = written({ "hello.mjs": COUNTER });
  const bad = await lab(["invoke", file, "--event", "-"], "{oops");
  expect(bad).toEqual({ code: 2, stdout: "", stderr: "이벤트가 올바른 JSON이 아닙니다(표준 입력, 1행 2열).\n" });
  const missing = await lab(["invoke", file, "--event", "no-such.json"]);
  expect(missing).toEqual({ code: 2, stdout: "", stderr: "이벤트 파일을 읽지 못했습니다(ENOENT): no-such.json\n" });
});

test("event prints the event as JSON, and --list every source with its fields", async () => {
  const { stdout, code } = await lab(["event", "s3", "--set", "key=사진/여름 휴가+1.jpg"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).Records[0].s3.object.key).toBe("%EC%82%AC%EC%A7%84/%EC%97%AC%EB%A6%84+%ED%9C%B4%EA%B0%80%2B1.jpg");
  const list = await lab(["event", "--list"]);
  for (const word of ["api-gateway-http", "function-url", "s3", "sqs", "schedule", "bucket", "bodies", "객체 키"])
    expect(list.stdout).toContain(word);
});

test("--help says how it is used, with exit code 0", async () => {
  const { code, stdout } = await lab(["--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain("--concurrent");
});

test("a simulation that takes too long of real time, or whose thread dies, fails with a sentence", async () => {
  const scenario = { seed: 1, startsAt: "2026-11-22T07:00:00.000Z", functions: [], stimuli: [] };
  const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const simulating = (limit: number, code: string) => startSimulationThread({ limit, thread: thread(code) });
  const hanging = simulating(200, "for (;;);");
  await expect(hanging.simulate(scenario)).rejects.toThrow("시뮬레이션이 실제 시간 0.2초 안에 끝나지 않아 멈췄습니다.");
  await hanging.stop();
  await expect(simulating(20_000, "throw new Error('lost')").simulate(scenario)).rejects.toThrow("시뮬레이터가 멈췄습니다: lost");
  await expect(simulating(20_000, "process.exit(3)").simulate(scenario)).rejects.toThrow(SimulationFailed);
});

const STREAM = `export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  responseStream.write("a"); await new Promise((resolve) => setTimeout(resolve, 500)); responseStream.write("b"); responseStream.end();
});`;

test("--stream shows each piece with its time, and in JSON too", async () => {
  const file = written({ "stream.mjs": STREAM });
  const { stdout } = await lab(["invoke", file, "--stream"]);
  expect(stdout).toMatch(
    /\n결과 200 · 스트리밍\(application\/octet-stream\)\n {2}[\d.]+ms 뒤 1바이트 {2}"a"\n {2}[\d.]+ms 뒤 1바이트 {2}"b"\n {2}[\d.]+ms 뒤 끝/,
  );
  const [record] = await invocations([file, "--stream"]);
  expect(record).toMatchObject({ payload: "ab", stream: { pieces: [{ text: "a" }, { text: "b" }] } });
});

test("a TypeScript file is built before it is deployed, a folder with --build, and what cannot be built is refused", async () => {
  const sources = {
    "index.ts": 'import { n } from "./n.ts";\nexport const handler = async (): Promise<number> => n;\n',
    "n.ts": "export const n: number = 7;\n",
  };
  expect((await lab(["invoke", written({ "one.ts": "export const handler = async (): Promise<number> => 1;" })])).stderr).toBe(
    "타입을 지우고 .mjs나 .cjs로 배포한 파일: one.ts\n",
  );
  const folder = written(sources);
  expect(await invocations([folder, "--build"])).toMatchObject([{ payload: 7 }]);
  expect(await invocations([folder])).toMatchObject([{ payload: { errorType: "Runtime.ImportModuleError" } }]);
  const { code, stderr } = await lab(["invoke", written({ "bad.ts": "import a = b.c;" })]);
  expect([code, stderr]).toEqual([
    2,
    "bad.ts 1행 1열에서 빌드하지 못했습니다: TypeScript import equals declaration is not supported in strip-only mode (ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX)\n",
  ]);
});
