/** A scenario from the `invoke` command: one function, and its invocations with the waits between them. */
import type { Scenario, Stimulus } from "../scenario.ts";
import { checkedScenario } from "../scenario-schema.ts";
import { seededRandom } from "../time/random.ts";
import { BadInput } from "./bad-input.ts";
import type { InvokeCommand } from "./command.ts";
import type { DeploymentPackage } from "./deployment-package.ts";
import { STARTS_AT, sourceEvent } from "./source-event.ts";

/** `event`: the text of the event file, `http`: what is in the file of HTTP stubs, where the command names one. */
export function invokeScenario(command: InvokeCommand, deployed: DeploymentPackage, event?: string, http?: unknown): Scenario {
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
    ...(http === undefined ? {} : { http }),
    stimuli: stimuli(command, deployed.functionName, payloads(command, event)),
  });
  if ("problems" in checked) throw new BadInput(checked.problems[0]);
  return checked.scenario;
}

/**
 * Invoke, wait, invoke, …: the wait is between invocations, and after the only one, so that what becomes of an environment
 * that no one calls is seen.
 */
function stimuli({ times, wait, concurrent, stream }: InvokeCommand, FunctionName: string, payloadOf: Payloads): Stimulus[] {
  const list: Stimulus[] = [];
  for (let time = 0; time < times; time += 1) {
    const Payload = payloadOf(time);
    const api = stream ? { api: "InvokeWithResponseStream" as const } : {};
    list.push({ type: "invoke", FunctionName, count: concurrent, ...api, ...(Payload !== undefined && { Payload }) });
    if (wait > 0 && (time < times - 1 || times === 1)) list.push({ type: "wait", duration: wait });
  }
  return list;
}

/** The payload of each invocation, asked for in their order; undefined for none at all. */
type Payloads = (time: number) => string | undefined;

/** Events of a source differ from each other in their ids and times, as real ones do. */
function payloads({ event: origin, seed, wait }: InvokeCommand, event: string | undefined): Payloads {
  if (origin.from !== "source") return () => event;
  const random = seededRandom(seed);
  return (time) => JSON.stringify(sourceEvent(origin.source, origin.fields, random, time * wait));
}
