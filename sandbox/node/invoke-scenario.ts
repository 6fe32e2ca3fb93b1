/** A scenario from the `invoke` command: one function, and its invocations with the waits between them. */
import { readFileSync } from "node:fs";
import { EVENT_SOURCES, type EventSourceName, FieldError, type FieldValues } from "../events/index.ts";
import { ACCOUNT_DEFAULTS, type Scenario, type Stimulus } from "../scenario.ts";
import { checkedScenario } from "../scenario-schema.ts";
import type { Millis } from "../time/instant.ts";
import { seededRandom } from "../time/random.ts";
import { BadInput } from "./bad-input.ts";
import type { EventOrigin, InvokeCommand } from "./command.ts";
import type { DeploymentPackage } from "./deployment-package.ts";

/** When the command line's clock starts: always the same, so that the same command prints the same. */
export const STARTS_AT = "2026-11-22T07:00:00.000Z";

export function invokeScenario(command: InvokeCommand, deployed: DeploymentPackage): Scenario {
  const checked = checkedScenario({
    seed: command.seed,
    startsAt: STARTS_AT,
    functions: [
      {
        FunctionName: deployed.functionName,
        Runtime: command.runtime,
        Handler: command.handler ?? deployed.defaultHandler,
        MemorySize: command.memory,
        Timeout: command.timeout,
        Environment: { Variables: command.env },
        LoggingConfig: { LogFormat: command.logFormat },
        files: deployed.files,
      },
    ],
    stimuli: stimuli(command, deployed.functionName),
  });
  if ("problems" in checked) throw new BadInput(checked.problems[0]);
  return checked.scenario;
}

/** The event of a source at so many milliseconds after the start. */
export function sourceEvent(name: EventSourceName, fields: FieldValues, seed: number, after: Millis = 0): unknown {
  const context = {
    at: Date.parse(STARTS_AT) + after,
    random: seededRandom(seed),
    region: ACCOUNT_DEFAULTS.Region,
    accountId: ACCOUNT_DEFAULTS.AccountId,
  };
  try {
    return EVENT_SOURCES[name].build(fields, context);
  } catch (thrown) {
    // A value that the field cannot have is the caller's mistake, told in the field's words.
    if (thrown instanceof FieldError) throw new BadInput(thrown.message);
    throw thrown;
  }
}

/**
 * Invoke, wait, invoke, …: the wait is between invocations, and after the only one, so that what becomes of an environment
 * that no one calls is seen.
 */
function stimuli(command: InvokeCommand, FunctionName: string): Stimulus[] {
  const { times, wait, concurrent } = command;
  const payloadOf = payloads(command);
  const list: Stimulus[] = [];
  for (let time = 0; time < times; time += 1) {
    const Payload = payloadOf(time);
    list.push({ type: "invoke", FunctionName, count: concurrent, ...(Payload !== undefined && { Payload }) });
    if (wait > 0 && (time < times - 1 || times === 1)) list.push({ type: "wait", duration: wait });
  }
  return list;
}

/** The payload of each invocation. Events of a source differ from each other in their ids and times, as real ones do. */
function payloads({ event, seed, wait }: InvokeCommand): (time: number) => string | undefined {
  switch (event.from) {
    case "nothing":
      return () => undefined;
    case "file": {
      const text = readEvent(event);
      return () => text;
    }
    case "source": {
      const { source, fields } = event;
      const random = seededRandom(seed).fork("events");
      return (time) => JSON.stringify(sourceEvent(source, fields, time === 0 ? seed : random.next(), time * wait));
    }
  }
}

function readEvent({ path }: Extract<EventOrigin, { readonly from: "file" }>): string {
  const name = path === "-" ? "표준 입력" : path;
  const text = readInput(path);
  try {
    JSON.parse(text);
  } catch (thrown) {
    // Not JSON: said with the reason that the parser gives.
    throw new BadInput(`이벤트가 올바른 JSON이 아닙니다(${name}): ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return text;
}

function readInput(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (thrown) {
    // No such file, a folder, no permission: the caller's affair, with the system's own code.
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
    throw new BadInput(`이벤트 파일을 읽지 못했습니다(${code}): ${path}`);
  }
}
