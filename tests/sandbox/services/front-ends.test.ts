/** Requests from a client through front ends to a function and back, as timelines and as answers. */
import { expect, test } from "vitest";
import type { Scenario, Stimulus } from "../../../sandbox/scenario.ts";
import type { HttpMessage } from "../../../sandbox/services/front-end.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { textTimeline } from "../../../sandbox/trace/text-timeline.ts";
import { eventsOf, run, runtime, scenario } from "../../harness.ts";

const request = (to: string, path = "/", more: Partial<HttpMessage> = {}): Stimulus => ({
  type: "httpRequest",
  to,
  method: "GET",
  path,
  ...more,
});

const URL = { FunctionUrlConfigs: [{ AuthType: "NONE" }] } as const;

const HELLO = "export const handler = async (event) => ({ statusCode: 200, body: event.rawPath ?? event.path ?? 'hello' });";

const answers = (trace: ReturnType<typeof run>) => eventsOf(trace, "front-end-responded");

test("A request goes from the client to the front end, on to the function and back, and takes time on each way.", () => {
  const trace = run(
    HELLO,
    { resources: { frontEnds: [{ type: "rest-api", name: "shop", routes: [{ routeKey: "GET /a", FunctionName: "fn" }] }] } },
    [request("shop", "/a")],
  );
  expect(textTimeline(trace)).toMatchInlineSnapshot(`
    "        0.00  shop       1: GET https://j5lcgfvib0.execute-api.ap-northeast-2.amazonaws.com/prod/a
            6.74  904ccb19   request: fn
            6.74  env 1      created: fn $LATEST, nodejs24.x, 128 MB
            6.74  env 1      environment 110.04
          116.77  env 1      init
          116.77  env 1      runtime 135.34
          252.11  env 1      modules 0.31
          252.42  env 1      code 0.02
          252.44  env 1      init ended: success, 135.67
          252.44  env 1      invoke 904ccb19 cold
          261.28  env 1      invoke ended: success, 8.83, billed 145, 74 MB
          261.28  904ccb19   response: 200
          263.91  shop       1: 200
          263.91  end"
  `);
});

test("A burst at a function URL beyond the reserved concurrency is 429 for the rest, and only what was let in is billed.", () => {
  const trace = run(
    "export const handler = () => new Promise((resolve) => setTimeout(resolve, 1000));",
    { ...URL, ReservedConcurrentExecutions: 3 },
    [{ type: "traffic", arrivals: { type: "burst", count: 10 }, send: request("url:fn") as Extract<Stimulus, { type: "httpRequest" }> }],
  );
  const statuses = answers(trace).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  expect(eventsOf(trace, "invoke-ended")).toHaveLength(3);
});

test("The same scenario gives the same ids, headers and instants.", () => {
  const twice: Scenario = scenario(HELLO, URL, [request("url:fn", "/a?b=c"), request("url:fn", "/d", { method: "POST", body: "{}" })]);
  expect(simulate(twice, runtime())).toEqual(simulate(twice, runtime()));
});

test("A front end keeps its address from request to request, and two front ends have two.", () => {
  const frontEnds = ["one", "two"].map(
    (name) => ({ type: "http-api", name, routes: [{ routeKey: "$default", FunctionName: "fn" }] }) as const,
  );
  const trace = run(HELLO, { resources: { frontEnds } }, [request("one"), request("one"), request("two")]);
  const [first, second, other] = eventsOf(trace, "front-end-requested").map(({ url }) => url);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
});

test("An alias's URL and the function's own are two addresses.", () => {
  const options = {
    FunctionUrlConfigs: [{ AuthType: "NONE" }, { AuthType: "NONE", Qualifier: "live" }] as const,
    Versions: [{}],
    Aliases: [{ Name: "live", FunctionVersion: "1" }],
  };
  const trace = run("export const handler = async (event, { functionVersion }) => functionVersion;", options, [
    request("url:fn"),
    request("url:fn:live"),
  ]);
  expect(answers(trace).map(({ body }) => body)).toEqual(["$LATEST", "1"]);
  expect(new Set(eventsOf(trace, "front-end-requested").map(({ url }) => url)).size).toBe(2);
});

test("A function behind a front end sees the trace that the front end began, and hands it on in the answer.", () => {
  const trace = run("export const handler = async (event) => event.headers['x-amzn-trace-id'];", URL, [request("url:fn")]);
  const [answer] = answers(trace);
  const header = answer?.headers.find(([name]) => name === "X-Amzn-Trace-Id")?.[1];
  expect(header?.startsWith(`${answer?.body};Parent=`)).toBe(true);
});

test("A connection that is opened anew under its name has another id.", () => {
  const frontEnds = [{ type: "websocket-api", name: "chat", routes: [{ routeKey: "$connect", FunctionName: "fn" }] }] as const;
  const connect = request("chat", "/", { method: "CONNECT", connection: "ann" });
  const trace = run(HELLO, { resources: { frontEnds } }, [
    connect,
    request("chat", "/", { method: "DISCONNECT", connection: "ann" }),
    connect,
  ]);
  const ids = eventsOf(trace, "invocation-requested").map(
    ({ Payload }) => (JSON.parse(Payload) as { requestContext: { connectionId: string } }).requestContext.connectionId,
  );
  expect(new Set(ids).size).toBe(2);
});

test("@connections takes no request that is not signed.", () => {
  const frontEnds = [{ type: "websocket-api", name: "chat", routes: [] }] as const;
  const trace = run(HELLO, { resources: { frontEnds } }, [
    request("chat", "/", { method: "CONNECT" }),
    request("chat", "/@connections/client", { method: "POST", body: "hello" }),
  ]);
  expect(answers(trace).map(({ status }) => status)).toEqual([101, 403]);
});

test("A front end that the scenario does not have is a mistake of the scenario's.", () => {
  expect(() => run(HELLO, URL, [request("shop")])).toThrow("scenario: there is no front end shop");
});

test("A path that does not begin with a slash is told of in Korean.", () => {
  expect(() => run(HELLO, URL, [request("url:fn", "orders")])).toThrow("경로는 /로 시작해야 합니다.");
});

test("The answer to HEAD names the length of a body that it does not have.", () => {
  const trace = run(HELLO, URL, [request("url:fn", "/seven", { method: "HEAD" })]);
  const [answer] = answers(trace);
  expect([answer?.body, answer?.headers.find(([name]) => name === "Content-Length")?.[1]]).toEqual(["", "6"]);
});

test("What settles a scenario waits for functions that a front end told of something and does not wait for.", () => {
  const frontEnds = [{ type: "websocket-api", name: "chat", routes: [{ routeKey: "$disconnect", FunctionName: "fn" }] }] as const;
  const slow = "export const handler = () => new Promise((resolve) => setTimeout(resolve, 2000));";
  const trace = run(slow, { resources: { frontEnds } }, [
    request("chat", "/", { method: "CONNECT" }),
    request("chat", "/", { method: "DISCONNECT" }),
    { type: "settle" },
  ]);
  expect(eventsOf(trace, "invoke-ended").map(({ status }) => status)).toEqual(["success"]);
});

const streaming = (body: string) => `export const handler = awslambda.streamifyResponse(async (event, stream) => { ${body} });`;
const STREAMED = { FunctionUrlConfigs: [{ AuthType: "NONE", InvokeMode: "RESPONSE_STREAM" }] } as const;

test("A streamed answer whose metadata was announced and that never wrote anything is a plain 502.", () => {
  const trace = run(streaming("awslambda.HttpResponseStream.from(stream, { statusCode: 204 }).end();"), STREAMED, [request("url:fn")]);
  const [answer] = answers(trace);
  expect([answer?.status, answer?.pieces, answer?.headers.some(([name]) => name === "Content-Length")]).toEqual([502, undefined, true]);
});

test("A function that times out in mid-stream leaves the status, the pieces and the date of its beginning, and a body that is cut.", () => {
  const body =
    "const http = awslambda.HttpResponseStream.from(stream, { statusCode: 201 }); http.write('abc'); await new Promise((r) => setTimeout(r, 10_000));";
  const [answer] = answers(run(streaming(body), STREAMED, [request("url:fn")]));
  expect([answer?.status, answer?.body, answer?.cut, answer?.pieces?.map(({ bytes }) => bytes)]).toEqual([201, "abc", true, [3]]);
  expect(answer?.headers.find(([name]) => name === "Date")?.[1]).toBe("Sun, 22 Nov 2026 07:00:00 GMT");
});

test("An answer that comes as soon as it can and one at the end of the front end's patience are told apart by who is first.", () => {
  const frontEnds = [{ type: "rest-api", name: "api", routes: [{ routeKey: "ANY /{proxy+}", FunctionName: "fn" }] }] as const;
  const after = (seconds: number) =>
    `export const handler = () => new Promise((resolve) => setTimeout(resolve, ${seconds * 1000}, { statusCode: 200 }));`;
  const statusAfter = (seconds: number) =>
    answers(run(after(seconds), { Timeout: 60, resources: { frontEnds } }, [request("api", "/a")])).map(({ status }) => status);
  expect([statusAfter(28), statusAfter(29)]).toEqual([[200], [504]]);
});
