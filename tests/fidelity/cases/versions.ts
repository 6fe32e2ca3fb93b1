/** fidelity.md §7.4: versions, aliases, qualifiers. */
import type { Stimulus } from "../../../sandbox/scenario.ts";
import { eventsOf, FUNCTION_NAME, invoke, payload, platformLines, responses } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const code = (text: string) =>
  `export const handler = async (event, context) => [${JSON.stringify(text)}, context.functionVersion, context.invokedFunctionArn.split(":").slice(6).join(":")];`;
const publish: Stimulus = { type: "publishVersion", FunctionName: FUNCTION_NAME };
const update = (text: string): Stimulus => ({
  type: "updateFunctionCode",
  FunctionName: FUNCTION_NAME,
  files: { "index.mjs": code(text) },
});
const canary = {
  Versions: [{}, { Description: "new" }],
  Aliases: [{ Name: "live", FunctionVersion: "1", RoutingConfig: { AdditionalVersionWeights: { "2": 0.1 } } }],
};

export const versionCases: readonly FidelityCase[] = [
  {
    section: "7.4",
    title: "PublishVersion snapshots code and configuration: what is deployed afterwards does not change the version.",
    says: fidelity("PublishVersion snapshots code+config"),
    files: code("first"),
    stimuli: [publish, update("second"), invoke({}, { Qualifier: "1" }), invoke()],
    see: (trace) => [payload(trace, 0), payload(trace, 1)],
    expected: ['["first","1","fn:1"]', '["second","$LATEST","fn"]'],
  },
  {
    section: "7.4",
    title: "Publishing the same code as the last version again makes no new version.",
    says: fidelity("same code as last version → returns the existing version"),
    files: code("first"),
    stimuli: [publish, publish, update("second"), publish],
    see: (trace) => [eventsOf(trace, "function-updated").map(({ what, Version }) => Version ?? what)],
    expected: [["1", "code", "2"]],
  },
  {
    section: "3.2",
    title: "invokedFunctionArn has the qualifier that the caller used: a version, an alias, or none.",
    says: fidelity("invokedFunctionArn"),
    files: code("x"),
    options: canary,
    stimuli: [invoke(), invoke({}, { Qualifier: "2" }), invoke({}, { Qualifier: "live" })],
    see: (trace) => [0, 1, 2].map((index) => (JSON.parse(payload(trace, index)) as string[])[2]),
    expected: ["fn", "fn:2", "fn:live"],
  },
  {
    section: "7.4",
    title: "The START line and X-Amz-Executed-Version show which version of an alias ran.",
    says: fidelity("START line and `X-Amz-Executed-Version` show which ran"),
    files: code("x"),
    options: { ...canary, Aliases: [{ Name: "live", FunctionVersion: "1", RoutingConfig: { AdditionalVersionWeights: { "2": 0.5 } } }] },
    stimuli: [invoke({}, { Qualifier: "live", count: 20 })],
    see: (trace) => {
      const executed = responses(trace).map(({ ExecutedVersion }) => ExecutedVersion);
      const started = platformLines(trace).filter((line) => line.startsWith("START"));
      return [
        [...new Set(executed)].sort(),
        started
          .map((line) => line.split("Version: ")[1])
          .sort()
          .join() === executed.sort().join(),
      ];
    },
    expected: [["1", "2"], true],
  },
  {
    section: "7.4",
    title: "Of a weighted alias the version is chosen at random for each request, in the long run by its weight.",
    says: fidelity("chosen at random per request"),
    files: code("x"),
    options: { ...canary, declared: { duration: 5 }, account: { ConcurrentExecutions: 1_000 } },
    stimuli: [
      { type: "traffic", arrivals: { type: "constant", ratePerSecond: 50, duration: 40_000 }, send: invoke({}, { Qualifier: "live" }) },
    ],
    see: (trace) => {
      const second = responses(trace).filter(({ ExecutedVersion }) => ExecutedVersion === "2").length;
      return [responses(trace).length, second > 150 && second < 250];
    },
    expected: [2_000, true],
  },
  {
    section: "4.3",
    title: "A qualifier that does not exist is answered as a function that was not found, with the qualifier in its ARN.",
    says: fidelity("Function not found: arn:aws:lambda:R:A:function:doesnotexist:$LATEST"),
    files: code("x"),
    stimuli: [invoke({}, { Qualifier: "7" })],
    see: (trace) => [responses(trace)[0]?.StatusCode, (JSON.parse(payload(trace)) as { Message: string }).Message],
    expected: [404, "Function not found: arn:aws:lambda:ap-northeast-2:123456789012:function:fn:7"],
  },
  {
    section: "4.1",
    title: "DryRun is 204 with no body, and nothing runs.",
    says: fidelity("| DryRun | 204 | empty | checks permission/parameters only |"),
    files: code("x"),
    stimuli: [invoke({}, { InvocationType: "DryRun" })],
    see: (trace) => [responses(trace)[0]?.StatusCode, payload(trace), eventsOf(trace, "environment-created").length],
    expected: [204, "", 0],
  },
  {
    section: "4.1",
    title: "With LogType Tail the response brings the last 4 KB of the log in Base64, from START to REPORT.",
    says: fidelity("`X-Amz-Log-Result` (base64 of the last 4 KB) if LogType=Tail"),
    files: "export const handler = async (event) => { console.log(event.repeat); console.log('가'.repeat(event.long ?? 0)); };",
    stimuli: [invoke({}, { LogType: "Tail" }), invoke({ long: 2000 }, { LogType: "Tail" }), invoke()],
    see: (trace) => {
      const tails = responses(trace).map(({ LogResult }) => LogResult && Buffer.from(LogResult, "base64"));
      return [/^START RequestId: .*\nEND RequestId: .*\nREPORT RequestId: .*\n$/s.test(String(tails[0])), tails[1]?.length, tails[2]];
    },
    expected: [true, 4_096, undefined],
  },
  {
    section: "3.2",
    title: "A function that is created is Pending at first, and then Active: requests in between are 409 ResourceConflictException.",
    says: fidelity("| 409 | ResourceConflictException | state Pending/InProgress, see §3.2 |"),
    files: code("x"),
    stimuli: [
      {
        type: "createFunction",
        definition: { FunctionName: "new", Runtime: "nodejs24.x", Handler: "index.handler", files: { "index.mjs": code("new") } },
      },
      { type: "invoke", FunctionName: "new" },
      { type: "invoke", FunctionName: "new", InvocationType: "Event" },
      { type: "wait", duration: 10_000 },
      { type: "invoke", FunctionName: "new" },
    ],
    see: (trace) => [responses(trace).map(({ StatusCode, errorCode }) => [StatusCode, errorCode])],
    expected: [
      [
        [409, "ResourceConflictException"],
        [409, "ResourceConflictException"],
        [200, undefined],
      ],
    ],
  },
];
