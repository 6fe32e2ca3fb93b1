/** How a process ends itself: process.exit, abort, kill (Node's lib/internal/process/per_thread.js). */
import type { Host } from "./host.ts";
import { coded } from "./host-error.ts";
import { primordials as p } from "./primordials.ts";
import { argumentTypeError } from "./timers.ts";

export interface ProcessEnding {
  readonly exit: (code?: unknown) => void;
  readonly reallyExit: (code?: unknown) => never;
  readonly abort: () => never;
  readonly kill: (pid: unknown, signal?: unknown) => true;
}

export interface EndingParts {
  readonly host: Host;
  readonly pid: number;
  readonly process: Record<string, unknown>;
  readonly emit: (event: string, ...args: unknown[]) => boolean;
  readonly listenerCount: (event: string) => number;
  readonly nextTick: (run: () => void) => void;
}

/** Linux's numbers. */
const SIGNALS: Readonly<Record<string, number>> = p.ObjectAssign(p.ObjectCreate(null), {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGURG: 23,
  SIGWINCH: 28,
});
/** Signals that do nothing to Node where it does not listen: it ignores them, or starts its debugger. */
const HARMLESS = "|0|10|13|17|18|23|28|";
const LAST_SIGNAL = 64;

export function makeProcessEnding({ host, pid, process, emit, listenerCount, nextTick }: EndingParts): ProcessEnding {
  const reallyExit = (code?: unknown) => host.exit(Number(code ?? process.exitCode ?? 0) & 255);
  const deliver = (signal: number): void => {
    const name = nameOf(signal);
    if (name !== undefined && signal !== SIGNALS.SIGKILL && listenerCount(name) > 0) nextTick(() => void emit(name, name, signal));
    else if (!p.StringIncludes(HARMLESS, `|${signal}|`)) host.exit(-signal);
  };
  return {
    exit(code) {
      if (code !== undefined && code !== null) process.exitCode = exitCode(code);
      // A listener that exits again must not be called again.
      if (process._exiting !== true) {
        process._exiting = true;
        emit("exit", process.exitCode ?? 0);
      }
      reallyExit();
    },
    reallyExit,
    abort: () => host.exit(-(SIGNALS.SIGABRT as number)),
    kill(target, signal = "SIGTERM") {
      // biome-ignore lint/suspicious/noDoubleEquals: Node takes the text of a number as well.
      if (typeof target === "symbol" || (target as number) != ((target as number) | 0)) throw argumentTypeError("pid", "number", target);
      const number = signalNumber(signal);
      const whom = Number(target);
      // 0 and −1: its own group, and all that it may signal.
      const itself = whom === pid || whom === -pid || whom === 0 || whom === -1;
      if (!itself) throw killError(whom === process.ppid ? "EPERM" : "ESRCH", whom === process.ppid ? -1 : -3);
      deliver(number);
      return true;
    },
  };
}

function exitCode(code: unknown): number {
  const number = typeof code === "string" && code !== "" && +code % 1 === 0 ? +code : code;
  if (typeof number !== "number") throw argumentTypeError("code", "number", code);
  if (number % 1 === 0) return number;
  throw coded(new p.RangeErrorCtor(`The value of "code" is out of range. It must be an integer. Received ${number}`), "ERR_OUT_OF_RANGE");
}

function signalNumber(signal: unknown): number {
  if (typeof signal === "number") {
    if (signal >= 0 && signal <= LAST_SIGNAL && signal % 1 === 0) return signal;
    throw killError("EINVAL", -22);
  }
  const known = typeof signal === "string" ? SIGNALS[signal] : undefined;
  if (known === undefined) throw coded(new p.TypeErrorCtor(`Unknown signal: ${p.StringCtor(signal)}`), "ERR_UNKNOWN_SIGNAL");
  return known;
}

function nameOf(signal: number): string | undefined {
  for (const name in SIGNALS) if (SIGNALS[name] === signal) return name;
  return undefined;
}

function killError(code: string, errno: number): Error {
  const error = new p.ErrorCtor(`kill ${code}`);
  const add = (key: string, value: unknown) =>
    p.defineProperty(error, key, { value, writable: true, enumerable: true, configurable: true });
  add("errno", errno);
  add("code", code);
  add("syscall", "kill");
  return error;
}
