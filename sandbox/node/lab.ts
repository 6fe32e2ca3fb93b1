/** The command line: `npm run -s lab -- invoke index.mjs`. Exit codes: 0 done, 1 the simulator failed, 2 bad input. */

import { invocationRecords } from "../trace/invocations.ts";
import { BadInput } from "./bad-input.ts";
import { isBuilt } from "./built-files.ts";
import { type InvokeCommand, parsedCommand } from "./command.ts";
import { readDeploymentPackage } from "./deployment-package.ts";
import { eventList } from "./event-list.ts";
import { invokeReport, simplifications } from "./invoke-report.ts";
import { invokeScenario, sourceEvent } from "./invoke-scenario.ts";
import { SimulationFailed, simulateInThread } from "./simulation.ts";
import { USAGE } from "./usage-text.ts";

/** Milliseconds of real time that a simulation may take. */
const REAL_TIME_LIMIT = 30_000;

process.stdout.on("error", (error) => {
  // Whoever read our output has stopped reading (`| head`): nothing is left to do.
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await run(process.argv.slice(2));
} catch (thrown) {
  if (!(thrown instanceof BadInput || thrown instanceof SimulationFailed)) throw thrown;
  console.error(thrown.message);
  process.exitCode = thrown instanceof BadInput ? 2 : 1;
}

async function run(args: readonly string[]): Promise<void> {
  const command = parsedCommand(args);
  switch (command.name) {
    case "help":
      return console.log(USAGE);
    case "list events":
      return console.log(eventList());
    case "event":
      return console.log(JSON.stringify(sourceEvent(command.source, command.fields, command.seed), null, 2));
    case "invoke":
      return invoke(command);
  }
}

async function invoke(command: InvokeCommand): Promise<void> {
  const deployed = readDeploymentPackage(command.path);
  const scenario = invokeScenario(command, deployed);
  if (!isBuilt()) throw new BadInput("시뮬레이터의 엔진이 아직 없습니다. 먼저 npm run build:engine 명령을 실행하세요.");
  if (deployed.skipped.length > 0)
    console.error(`텍스트가 아니어서 뺀 파일 ${deployed.skipped.length}개: ${deployed.skipped.slice(0, 3).join(", ")}`);
  const trace = await simulateInThread(scenario, { limit: REAL_TIME_LIMIT });
  for (const sentence of simplifications(trace)) console.error(sentence);
  console.log(command.json ? JSON.stringify({ invocations: invocationRecords(trace) }, null, 2) : invokeReport(trace));
}
