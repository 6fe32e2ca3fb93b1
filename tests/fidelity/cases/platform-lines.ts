/** fidelity.md §2.1: the lines that Lambda writes around an invocation that goes well. */
import { invoke, lines, logs, type Options, platformLines } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const hello = "export const handler = async (event) => { console.log(event); };";
const virginia: Options = { account: { Region: "us-east-1" } };
const line = (trace: Parameters<FidelityCase["see"]>[0], start: string, index = 0) =>
  platformLines(trace).filter((one) => one.startsWith(start))[index];

export const platformLineCases: readonly FidelityCase[] = [
  {
    section: "2.1",
    title: "INIT_START is the first line of the stream of a cold start.",
    files: hello,
    options: virginia,
    only: { Runtime: "nodejs24.x" },
    see: (trace) => [lines(trace)[0], line(trace, "INIT_START", 1)],
    expected: [
      fidelity("INIT_START Runtime Version: nodejs:24.v12\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:<64 hex>\n", {
        fill: { "24.v12": /24\.v\d+/ },
        whole: true,
      }),
      undefined,
    ],
  },
  {
    section: "2.1",
    title: "START says which version ran.",
    files: hello,
    see: (trace) => line(trace, "START"),
    expected: fidelity("START RequestId: <request-id> Version: $LATEST\n", { whole: true }),
  },
  {
    section: "2.1",
    title: "END says which request has ended.",
    files: hello,
    see: (trace) => line(trace, "END"),
    expected: fidelity("END RequestId: <request-id>\n", { whole: true }),
  },
  {
    section: "2.1",
    title: "REPORT of a cold start has Duration, Billed Duration, Memory Size, Max Memory Used and Init Duration, and ends in a tab.",
    files: hello,
    see: (trace) => line(trace, "REPORT"),
    expected: fidelity(
      "REPORT RequestId: <uuid>\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 66 MB\tInit Duration: 150.12 ms\t\n",
      { whole: true },
    ),
  },
  {
    section: "2.1",
    title: "The recorded invocation's four lines, in their order.",
    files: hello,
    see: (trace) =>
      lines(trace)
        .slice(1)
        .map((one) => one.replace(/^\d{4}-[^\t]*/, "date")),
    expected: [
      fidelity("START RequestId: <request-id> Version: $LATEST\n", { whole: true }),
      fidelity("date\t<request-id>\tINFO\t{}\n", { whole: true }),
      fidelity("END RequestId: <request-id>\n", { whole: true }),
      fidelity(
        "REPORT RequestId: <request-id>\tDuration: <duration> ms\tBilled Duration: <duration> ms\tMemory Size: 128 MB\tMax Memory Used: <memory> MB\tInit Duration: <duration> ms\t\n",
        { fill: { "<duration>": /[\d.]+/, "<memory>": /\d+/ }, whole: true },
      ),
    ],
  },
  {
    section: "2.1",
    title: "Init Duration is only on the invocation that followed a successful on-demand init; warm invocations end after Max Memory Used.",
    says: fidelity("`Init Duration` only on the invocation that followed a successful on-demand init."),
    files: hello,
    stimuli: [invoke(), invoke()],
    see: (trace) => [line(trace, "REPORT", 0)?.includes("Init Duration"), line(trace, "REPORT", 1)?.replace(/^.*\t(?=Max)/, "")],
    expected: [true, fidelity("Max Memory Used: NN MB\t\n", { fill: { NN: /\d+/ }, whole: true })],
  },
  {
    section: "2.1",
    title: "The lines of one invocation carry its request id: START, the function's, END, REPORT.",
    says: fidelity("START RequestId: <uuid> Version: $LATEST\\n                                  (Version: 3 when a version/alias ran)"),
    files: hello,
    stimuli: [invoke(), invoke()],
    see: (trace) => [
      logs(trace)
        .slice(1)
        .map(({ message }) => message.slice(0, 3)),
      new Set(
        logs(trace)
          .slice(1)
          .map(({ requestId }) => requestId),
      ).size,
    ],
    expected: [["STA", "202", "END", "REP", "STA", "202", "END", "REP"], 2],
  },
];
