/** The program of a function that brings its own runtime, run as Node runs a file: no client of Lambda's is around it. */
import type { Client } from "./client-v3.ts";
import type { Host } from "./host.ts";
import { primordials as p } from "./primordials.ts";
import type { GuestProcess } from "./process.ts";

export interface Program extends Client {
  /** Evaluates the file. */
  start(path: string): void;
}

export interface ProgramParts {
  readonly host: Host;
  readonly process: GuestProcess;
  readonly importModule: (path: string) => Promise<unknown>;
  /** Ends the process as Node does where nobody caught an error. */
  readonly endUncaught: (error: unknown) => void;
}

/** Node's exit code when only an unsettled top-level await is left (Node's documentation, process, "Exit codes"). */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

export function makeProgram({ host, process, importModule, endUncaught }: ProgramParts): Program {
  let evaluated = false;
  const run = async (path: string) => {
    try {
      await importModule(path);
      evaluated = true;
    } catch (error) {
      endUncaught(error);
    }
  };
  const noClient = () => {
    throw new p.ErrorCtor("program: a function with a runtime of its own has no handler");
  };
  return {
    start: (path) => void run(path),
    adopt: noClient,
    failInit: noClient,
    // What it asked the Runtime API for is there now; that wakes it.
    invoke: () => undefined,
    beforeExit: () => host.exit(evaluated ? p.NumberCtor(process.process.exitCode ?? 0) & 255 : UNSETTLED_TOP_LEVEL_AWAIT),
  };
}
