/** A published handler in the simulator. */
import { simulate } from "../../sandbox/simulate.ts";
import type { InvocationResponded, LogWritten, Trace } from "../../sandbox/trace/events.ts";
import { logs, responses, runtime, scenario } from "../harness.ts";
import type { Case, Outcome, Result } from "./case.ts";
import { FUNCTION, STARTS_AT } from "./surroundings.ts";

export function simulated(one: Case): Outcome {
  return outcome(simulate(scenarioOf(one), runtime()), one);
}

function scenarioOf(one: Case): ReturnType<typeof scenario> {
  const layers = Object.entries(one.layers).map(([LayerName, files]) => ({ LayerName, files }));
  const options = {
    FunctionName: FUNCTION.FunctionName,
    Timeout: FUNCTION.Timeout,
    MemorySize: one.MemorySize ?? FUNCTION.MemorySize,
    Runtime: one.Runtime ?? "nodejs24.x",
    Handler: one.Handler ?? "index.handler",
    Environment: { Variables: one.Environment ?? {} },
    Layers: [...layers.map(({ LayerName }) => LayerName), ...(one.packages ?? [])],
    ...(one.build === undefined ? {} : { build: one.build }),
    layers,
    startsAt: STARTS_AT,
  };
  const stimuli = one.events.map((event) => ({
    type: "invoke" as const,
    FunctionName: FUNCTION.FunctionName,
    Payload: JSON.stringify(event),
    ...(one.streams === true ? { api: "InvokeWithResponseStream" as const } : {}),
  }));
  return { ...scenario(one.files, options, stimuli), ...(one.http === undefined ? {} : { http: one.http }) };
}

/** The line that the runtime client writes for an invocation that failed; of it only the error's code is compared. */
const INVOKE_ERROR = "Invoke Error \t";

function outcome(trace: Trace, one: Case): Outcome {
  const written = logs(trace).filter(({ source }) => source === "function");
  const codeOf = ({ requestId }: InvocationResponded) => {
    const line = written.find((log) => log.requestId === requestId && text(log).startsWith(INVOKE_ERROR));
    return line === undefined ? undefined : (JSON.parse(text(line).slice(INVOKE_ERROR.length)) as { code?: string }).code;
  };
  return {
    results: responses(trace).map((response) => result(response, codeOf(response), one)),
    lines: withoutCrashes(
      written
        .map(text)
        .filter((line) => !line.startsWith(INVOKE_ERROR))
        .flatMap((line) => line.split("\n")),
    ),
  };
}

/** From the runtime client's "Init Error" to the last line of the dump of a process that ended: none of it is the handler's doing. */
function withoutCrashes(lines: readonly string[]): string[] {
  let crashing = false;
  return lines.filter((line) => {
    if (line.startsWith("ERROR Init Error")) crashing = true;
    const dropped = crashing;
    if (line.startsWith("Node.js v")) crashing = false;
    return !dropped;
  });
}

/** Without time, request id and level where a console call wrote it. */
function text({ level, message }: LogWritten): string {
  return level === undefined
    ? message
    : `${level} ${message.split("\t").slice(3).join("\t")}`.replace(/^[A-Z]+ Invoke Error/, "Invoke Error");
}

function result(response: InvocationResponded, code: string | undefined, one: Case): Result {
  const details = response.InvokeComplete?.ErrorDetails ?? (response.FunctionError === undefined ? undefined : response.Payload);
  if (details !== undefined) {
    const { errorType, errorMessage } = JSON.parse(details) as { errorType: string; errorMessage: string };
    const streamed = one.streams === true ? { payload: response.Payload } : {};
    return { errorType, errorMessage, ...(code === undefined ? {} : { code: String(code) }), ...streamed };
  }
  const { ResponseStreamContentType: contentType } = response;
  return { payload: response.Payload, ...(contentType === undefined ? {} : { contentType }) };
}
