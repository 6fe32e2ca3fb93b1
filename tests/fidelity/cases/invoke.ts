/** fidelity.md §4: the Invoke API, synchronous. */
import { eventsOf, FUNCTION_NAME, invoke, logs, payload, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const echo = "export const handler = async (event) => event;";
const sized = "export const handler = async (bytes) => 'x'.repeat(bytes - 2);";
const refused = (trace: Trace) => [responses(trace)[0]?.StatusCode, responses(trace)[0]?.errorCode, payload(trace)];
const raw = (Payload: string) => ({ type: "invoke", FunctionName: FUNCTION_NAME, Payload }) as const;
const tooLong = `"${"a".repeat(6_291_456)}"`;

export const invokeCases: readonly FidelityCase[] = [
  {
    section: "4.1",
    title: "RequestResponse is 200 with the function's JSON and the executed version.",
    says: fidelity("| RequestResponse | 200 | function JSON; `null` when the handler returned undefined |"),
    files: echo,
    stimuli: [invoke({ 이름: "값", n: [1.5, null] })],
    see: (trace) => [
      responses(trace)[0]?.StatusCode,
      payload(trace),
      responses(trace)[0]?.ExecutedVersion,
      responses(trace)[0]?.FunctionError,
    ],
    expected: [200, '{"이름":"값","n":[1.5,null]}', "$LATEST", undefined],
  },
  {
    section: "4.1",
    title: "The body is null when the handler returned undefined.",
    says: fidelity("`null` when the handler returned undefined"),
    files: "export const handler = async () => {};",
    see: payload,
    expected: "null",
  },
  {
    section: "4.1",
    title: "A function error, timeout, exit or init error is still HTTP 200 with FunctionError.",
    says: fidelity("A function error, timeout, exit or init error is still HTTP 200 + FunctionError."),
    files:
      "export const handler = async (event) => { if (event === 1) throw new Error('x'); if (event === 2) process.exit(1); await new Promise(() => setInterval(() => {}, 500)); };",
    stimuli: [invoke(1), invoke(2), invoke(3)],
    see: (trace) => responses(trace).map(({ StatusCode, FunctionError, ExecutedVersion }) => [StatusCode, FunctionError, ExecutedVersion]),
    expected: [
      [200, "Unhandled", "$LATEST"],
      [200, "Unhandled", "$LATEST"],
      [200, "Unhandled", "$LATEST"],
    ],
  },
  {
    section: "4.2",
    title: "A sync request over 6,291,456 bytes is 413 RequestEntityTooLargeException.",
    says: fidelity("413, `X-Amzn-Errortype: RequestEntityTooLargeException`"),
    files: echo,
    stimuli: [raw(tooLong)],
    see: (trace) => [...refused(trace).slice(0, 2), (JSON.parse(payload(trace)) as { message: string }).message],
    expected: [
      413,
      "RequestEntityTooLargeException",
      fidelity("Request must be smaller than 6291456 bytes for the InvokeFunction operation", { whole: true }),
    ],
  },
  {
    section: "4.2",
    title: "The size of a request is counted in bytes of UTF-8.",
    says: fidelity("sync request > 6,291,456 bytes"),
    files: "export const handler = async (event) => event.length;",
    options: { MemorySize: 1024 },
    stimuli: [raw(`"${"가".repeat(2_097_151)}"`), raw(`"${"가".repeat(2_097_152)}"`)],
    see: (trace) => responses(trace).map(({ StatusCode }) => StatusCode),
    expected: [200, 413],
  },
  {
    section: "4.2",
    title: "A sync response over 6,291,556 bytes is Function.ResponseSizeTooLarge.",
    says: fidelity("sync response > 6,291,556 bytes (6 MiB + 100)"),
    files: sized,
    options: { MemorySize: 1024, Timeout: 30 },
    stimuli: [invoke(6_291_556), invoke(6_291_557)],
    see: (trace) => [payload(trace).length, responses(trace)[0]?.FunctionError, payload(trace, 1), responses(trace)[1]?.FunctionError],
    expected: [
      6_291_556,
      undefined,
      fidelity(
        '{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}',
        { whole: true },
      ),
      "Unhandled",
    ],
  },
  {
    section: "4.3",
    title: "A function that does not exist is 404 ResourceNotFoundException.",
    says: fidelity('(body keys `Message`, `Type:"User"`'),
    files: echo,
    stimuli: [{ type: "invoke", FunctionName: "doesnotexist" }],
    see: (trace) => [
      ...refused(trace).slice(0, 2),
      (JSON.parse(payload(trace)) as { Message: string }).Message,
      Object.keys(JSON.parse(payload(trace)) as object).sort(),
      logs(trace).length,
    ],
    expected: [
      404,
      "ResourceNotFoundException",
      fidelity("Function not found: arn:aws:lambda:R:A:function:doesnotexist:$LATEST", {
        fill: { "lambda:R:A": "lambda:ap-northeast-2:123456789012" },
        whole: true,
      }),
      ["Message", "Type"],
      0,
    ],
  },
  {
    section: "4.3",
    title: "A payload that is not JSON is 400 InvalidRequestContentException.",
    says: fidelity("(Jackson text; simulate prefix + short reason)"),
    files: echo,
    stimuli: [raw("{not json")],
    see: (trace) => refused(trace),
    expected: [
      400,
      "InvalidRequestContentException",
      fidelity("Could not parse request body into json: Could not parse payload into json: "),
    ],
  },
  {
    section: "4.3",
    title: "An empty payload is the event {}.",
    says: fidelity("Empty payload → event `{}`."),
    files: echo,
    stimuli: [invoke(), raw("")],
    see: (trace) => [payload(trace), payload(trace, 1)],
    expected: ["{}", "{}"],
  },
  {
    section: "4.3",
    title: "The payload may be any JSON value: a string, a number, null.",
    says: fidelity("Payload may be any JSON value (string, number, null)."),
    files: "export const handler = async (event) => [typeof event, event];",
    stimuli: [raw('"text"'), raw("12"), raw("null"), raw(" true ")],
    see: (trace) => responses(trace).map(({ Payload }) => Payload),
    expected: ['["string","text"]', '["number",12]', '["object",null]', '["boolean",true]'],
  },
  {
    section: "4.4",
    title: "Beyond the account's concurrency the answer is 429 TooManyRequestsException with Reason ConcurrentInvocationLimitExceeded.",
    says: fidelity("`ConcurrentInvocationLimitExceeded` (account)"),
    files: "export const handler = async () => { await new Promise((r) => setTimeout(r, 100)); return 'ok'; };",
    options: { account: { ConcurrentExecutions: 2 } },
    stimuli: [invoke(undefined, { count: 3 })],
    see: (trace) => {
      const throttled = responses(trace).find(({ StatusCode }) => StatusCode === 429);
      return [responses(trace).filter(({ StatusCode }) => StatusCode === 200).length, throttled?.errorCode, throttled?.Payload];
    },
    expected: [
      2,
      "TooManyRequestsException",
      fidelity('{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}', {
        fill: { ReservedFunctionConcurrentInvocationLimitExceeded: "ConcurrentInvocationLimitExceeded" },
        whole: true,
      }),
    ],
  },
  {
    section: "4.4",
    title: "Throttled requests produce no log lines and no REPORT.",
    says: fidelity("Throttled requests produce no log lines, no REPORT, metric `Throttles` only."),
    files: echo,
    options: { account: { ConcurrentExecutions: 1 } },
    stimuli: [invoke(undefined, { count: 3 })],
    see: (trace) => {
      const throttled = new Set(
        responses(trace)
          .filter(({ StatusCode }) => StatusCode === 429)
          .map(({ requestId }) => requestId),
      );
      return [
        throttled.size,
        logs(trace).some(({ requestId }) => requestId !== undefined && throttled.has(requestId)),
        eventsOf(trace, "invoke-ended").length,
      ];
    },
    expected: [2, false, 1],
  },
];
