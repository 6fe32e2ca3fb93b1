/** provided.al2023: a program of the function's own that talks to the Runtime API. */
import { expect, test } from "vitest";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf, functionLines, invoke, lines, MINUTE, type Options, payload, reports, responses, run, wait } from "../../harness.ts";

const PROVIDED: Options = { Runtime: "provided.al2023", Handler: "orders.handler" };

/** A runtime of its own, as short as one can be; `body` handles `event`, `request` is the answer to next. */
const loop = (body: string, before = "") => `
const api = \`http://\${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime\`;
const post = (path, body, headers = {}) => fetch(\`\${api}/\${path}\`, { method: "POST", headers, body: JSON.stringify(body) });
${before}
for (;;) {
  const request = await fetch(\`\${api}/invocation/next\`);
  const id = request.headers.get("lambda-runtime-aws-request-id");
  const event = await request.json();
  ${body}
}`;

const custom = (bootstrap: string, events: readonly unknown[] = [{}], more: Options = {}): Trace =>
  run(
    { "bootstrap.mjs": bootstrap },
    { ...PROVIDED, ...more },
    events.map((event) => invoke(event)),
  );

const answer = (value: string) => loop(`await post(\`invocation/\${id}/response\`, ${value});`);

test("the loop of the guide answers one event after the other, and keeps its globals between them", () => {
  const trace = custom(loop("n += 1; await post(`invocation/${id}/response`, { n, event });", "let n = 0;"), [{ a: 1 }, { a: 2 }]);
  expect([payload(trace), payload(trace, 1)]).toEqual(['{"n":1,"event":{"a":1}}', '{"n":2,"event":{"a":2}}']);
  expect(reports(trace).map(({ status }) => status)).toEqual(["success", "success"]);
});

test("a loop with http.get and http.request works as one with fetch does", () => {
  const trace = custom(
    `import { get, request } from "node:http";
const base = "http://" + process.env.AWS_LAMBDA_RUNTIME_API + "/2018-06-01/runtime/invocation/";
const read = (response, done) => { let text = ""; response.setEncoding("utf8").on("data", (piece) => { text += piece; }).on("end", () => done(text)); };
const next = () => get(base + "next", (response) => read(response, (event) => {
  const id = response.headers["lambda-runtime-aws-request-id"];
  request(base + id + "/response", { method: "POST" }, (posted) => read(posted, next)).end(event.toUpperCase());
}));
next();`,
    ["one", "two"],
  );
  expect([payload(trace), payload(trace, 1)]).toEqual(['"ONE"', '"TWO"']);
});

test("the answer to next has the headers of the Runtime API", () => {
  const trace = run({ "bootstrap.mjs": answer("Object.fromEntries(request.headers)") }, PROVIDED, [invoke({})]);
  const headers = JSON.parse(payload(trace)) as Record<string, string>;
  expect(Object.keys(headers).sort()).toEqual([
    "content-length",
    "content-type",
    "lambda-runtime-aws-request-id",
    "lambda-runtime-deadline-ms",
    "lambda-runtime-invoked-function-arn",
    "lambda-runtime-trace-id",
  ]);
  expect(headers["lambda-runtime-aws-request-id"]).toBe(responses(trace)[0]?.requestId);
  expect(headers["lambda-runtime-invoked-function-arn"]).toBe("arn:aws:lambda:ap-northeast-2:123456789012:function:fn");
  const started = eventsOf(trace, "invoke-started")[0]?.at ?? 0;
  expect(headers["lambda-runtime-deadline-ms"]).toBe(String(Math.floor(started + 3_000)));
});

test("an error that it posts is the answer, and its process lives on", () => {
  const body = `if (event.bad) await post(\`invocation/\${id}/error\`, { errorType: "Bad", errorMessage: "no" }, { "Lambda-Runtime-Function-Error-Type": "Bad" });
  else await post(\`invocation/\${id}/response\`, "good");`;
  const trace = custom(loop(body), [{ bad: true }, {}]);
  expect(responses(trace).map(({ FunctionError, Payload }) => [FunctionError, Payload])).toEqual([
    ["Unhandled", '{"errorType":"Bad","errorMessage":"no"}'],
    [undefined, '"good"'],
  ]);
  expect(eventsOf(trace, "environment-created")).toHaveLength(1);
});

test("it is frozen between its request for the next invocation and the answer: a timer comes due when it is thawed", () => {
  const source = loop(
    "await new Promise((done) => setTimeout(done, 5)); await post(`invocation/${id}/response`, ticks);",
    "let ticks = 0; setInterval(() => { ticks += 1; }, 1_000);",
  );
  const trace = run({ "bootstrap.mjs": source }, PROVIDED, [invoke({}), wait(MINUTE), invoke({})]);
  expect([payload(trace), payload(trace, 1)]).toEqual(["0", "1"]);
});

test("Init ends with the first request for an invocation", () => {
  const before = 'console.log("loading"); await new Promise((done) => setTimeout(done, 700));';
  const trace = custom(loop("await post(`invocation/${id}/response`, 1);", before));
  const [ended] = eventsOf(trace, "init-ended");
  expect(ended?.status).toBe("success");
  expect(ended?.duration).toBeGreaterThan(700);
  expect(ended?.duration).toBeLessThan(760);
  expect(functionLines(trace)).toEqual(["loading"]);
});

test("what it prints is a log event for each line, without a prefix of Lambda's", () => {
  const trace = custom(loop('console.log("two\\nlines %d", 7); console.error({ a: 1 }); await post(`invocation/${id}/response`, 1);'));
  expect(functionLines(trace)).toEqual(["two", "lines 7", "{ a: 1 }"]);
});

test("a second answer to one invocation, an unknown id, a path that is none and a second next are refused as the Runtime API refuses them", () => {
  const told = "const tell = async (response) => console.log(response.status, (await response.text()).trim());";
  const body = `await tell(await post("invocation/nobody/response", 1));
  await tell(await fetch(api + "/invocation/next"));
  await tell(await post(\`invocation/\${id}/response\`, 1));
  await tell(await post(\`invocation/\${id}/response\`, 2));
  await tell(await post("nothing", 1));`;
  const trace = custom(loop(body, told));
  expect(payload(trace)).toBe("1");
  expect(functionLines(trace)).toEqual([
    '400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}',
    '403 {"errorMessage":"State transition from Running to Ready failed for runtime. Error: State transition is not allowed","errorType":"InvalidStateTransition"}',
    '202 {"status":"OK"}',
    '403 {"errorMessage":"State transition from RuntimeResponseSentState to InvocationResponse failed for runtime. Error: State transition is not allowed","errorType":"InvalidStateTransition"}',
    "404 404 page not found",
  ]);
});

test("one that ends before it has answered is Runtime.ExitError, and the next invocation starts it again", () => {
  const trace = custom(loop("if (event.end) process.exit(3); await post(`invocation/${id}/response`, 1);"), [{ end: true }, {}]);
  expect(payload(trace)).toContain('"errorType":"Runtime.ExitError"');
  expect(payload(trace)).toContain("Runtime exited with error: exit status 3");
  expect(payload(trace, 1)).toBe("1");
});

test("one that never answers runs into the function's timeout", () => {
  const trace = custom(loop("await new Promise((done) => setTimeout(done, 60_000));"), [{}], { Timeout: 1 });
  expect(reports(trace)[0]).toMatchObject({ status: "timeout", duration: 1_000 });
});

test("an error of Init that it reports is the caller's answer, under its own type where that is one of a runtime's", () => {
  const trace = custom(
    loop(
      "",
      'await post("init/error", { errorType: "Runtime.NoConfig", errorMessage: "x" }, { "Lambda-Runtime-Function-Error-Type": "Runtime.NoConfig" });',
    ),
  );
  expect(payload(trace)).toBe('{"errorType":"Runtime.NoConfig","errorMessage":"x"}');
  expect(lines(trace).filter((line) => line.startsWith("INIT_REPORT"))[0]).toMatch(/Status: error\tError Type: Runtime\.NoConfig/);
});

test("a program that throws, and one that ends without a word, fail Init", () => {
  const thrown = custom("throw new Error('no start');");
  expect(functionLines(thrown).slice(0, 5)).toEqual([
    "file:///var/task/bootstrap.mjs:1",
    "throw new Error('no start');",
    "^",
    "",
    "Error: no start",
  ]);
  expect(payload(thrown)).toContain("exit status 1");
  expect(payload(custom("console.log('bye');"))).toContain("Runtime exited without providing a reason");
  expect(payload(custom("await new Promise(() => {});"))).toContain("exit status 13");
});

test("without bootstrap.mjs there is no entry point; in a layer it is one", () => {
  const trace = run({ "index.mjs": "export const handler = async () => 1;" }, PROVIDED, [invoke({})]);
  expect(payload(trace)).toMatch(
    /^\{"errorType":"Runtime\.InvalidEntrypoint","errorMessage":"RequestId: [0-9a-f-]{36} Error: Couldn't find valid bootstrap\(s\): \[\/var\/task\/bootstrap \/opt\/bootstrap\]"\}$/,
  );
  const layers = [{ LayerName: "mine", files: { "bootstrap.mjs": answer("process.argv[1]") } }];
  expect(payload(run({ "a.txt": "" }, { ...PROVIDED, Layers: ["mine"], layers }, [invoke({})]))).toBe('"/opt/bootstrap.mjs"');
});

test("it knows its handler and the API's address from its environment, and nothing of Node.js from Lambda", () => {
  const { _HANDLER, AWS_LAMBDA_RUNTIME_API, AWS_EXECUTION_ENV, NODE_PATH } = JSON.parse(payload(custom(answer("process.env")))) as Record<
    string,
    string
  >;
  expect([_HANDLER, AWS_LAMBDA_RUNTIME_API, AWS_EXECUTION_ENV, NODE_PATH]).toEqual([
    "orders.handler",
    "169.254.100.1:9001",
    undefined,
    undefined,
  ]);
});

test("what it says to the Runtime API is no HTTP request of the trace's", () => {
  expect(eventsOf(custom(answer("1")), "http-requested")).toEqual([]);
});
