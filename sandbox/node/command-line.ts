/** The command line: `npm run -s lab -- invoke index.mjs`. Exit codes: 0 done, 1 the simulator failed, 2 bad input. */
import { seededRandom } from "../time/random.ts";
import { invocationRecords } from "../trace/invocations.ts";
import { BadInput } from "./bad-input.ts";
import { isBuilt } from "./built-files.ts";
import { builtPackage } from "./built-package.ts";
import { type InvokeCommand, parsedCommand, type RunCommand } from "./command.ts";
import { readDeploymentPackage } from "./deployment-package.ts";
import { readEvent, readHttpStubs } from "./event-file.ts";
import { eventList } from "./event-list.ts";
import { invokeReport, simplifications } from "./invoke-report.ts";
import { priceReport } from "./price-report.ts";
import { SimulationFailed, startSimulationThread } from "./simulation.ts";
import { sourceEvent } from "./source-event.ts";
import { USAGE } from "./usage-text.ts";

/** Milliseconds of real time that a simulation may take. */
const REAL_TIME_LIMIT = 30_000;

process.stdout.on("error", (error) => {
  // Whoever read our output has stopped reading (`| head`): nothing is left to do.
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
});

// npm runs scripts in the project's folder; a path is meant from where the caller stands.
if (process.env.npm_lifecycle_event === "lab" && process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);

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
      return console.log(JSON.stringify(sourceEvent(command.source, command.fields, seededRandom(command.seed)), null, 2));
    case "invoke":
      return invoke(command);
    case "run":
      return runScenario(command);
    case "price":
      return console.log(priceReport(command));
  }
}

async function invoke(command: InvokeCommand): Promise<void> {
  const read = readDeploymentPackage(command.path);
  const { deployed, renamed } = command.build || read.isSource ? builtPackage(read) : { deployed: read, renamed: [] };
  const event = command.event.from === "file" ? await readEvent(command.event.path) : undefined;
  const http = command.http === undefined ? undefined : await readHttpStubs(command.http);
  requireEngine();
  const thread = startSimulationThread({ limit: REAL_TIME_LIMIT });
  try {
    // Loaded here, because zod takes as long as the thread does to get ready.
    const { invokeScenario } = await import("./invoke-scenario.ts");
    const scenario = invokeScenario(command, deployed, event, http);
    if (deployed.skipped.length > 0) {
      console.error(`텍스트가 아니어서 뺀 파일 ${deployed.skipped.length}개: ${deployed.skipped.slice(0, 3).join(", ")}`);
    }
    if (renamed.length > 0)
      console.error(`타입을 지우고 .mjs나 .cjs로 배포한 파일: ${renamed.slice(0, 3).join(", ")}${renamed.length > 3 ? " 등" : ""}`);
    const trace = await thread.simulate(scenario);
    for (const sentence of simplifications(trace)) console.error(sentence);
    console.log(command.json ? JSON.stringify({ invocations: invocationRecords(trace) }, null, 2) : invokeReport(trace));
  } finally {
    await thread.stop();
  }
}

async function runScenario({ path, seed, view }: RunCommand): Promise<void> {
  // Loaded where they are needed: zod and yaml take their time.
  const [{ readScenario }, { runReport }] = await Promise.all([import("./scenario-file.ts"), import("./run-report.ts")]);
  const scenario = readScenario(path, seed);
  requireEngine();
  const thread = startSimulationThread({ limit: REAL_TIME_LIMIT });
  try {
    const trace = await thread.simulate(scenario).catch((thrown) => {
      // A change in the middle that AWS refuses: the file's affair. Whether it would, is known only when it comes to it.
      const [, refusal] = thrown instanceof SimulationFailed ? (/scenario: (.+)/.exec(thrown.message) ?? []) : [];
      throw refusal === undefined ? thrown : new BadInput(`${path}: 시나리오대로 할 수 없습니다. ${refusal}`);
    });
    for (const sentence of new Set(simplifications(trace))) console.error(sentence);
    console.log(runReport(trace, view));
  } finally {
    await thread.stop();
  }
}

function requireEngine(): void {
  if (!isBuilt()) throw new BadInput("시뮬레이터의 엔진이 아직 없습니다. 먼저 npm run build:engine 명령을 실행하세요.");
}
