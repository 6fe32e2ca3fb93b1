/** Node's `process` as a function sees it on Lambda. */
import type { Configuration, Host } from "./host.ts";
import { append, primordials as p, scope } from "./primordials.ts";
import { makeProcessEnding } from "./process-ending.ts";
import { standardStream } from "./standard-streams.ts";
import { makeEmitWarning } from "./warnings.ts";

type Listener = (...args: unknown[]) => unknown;

export interface GuestProcess {
  readonly process: Record<string, unknown>;
  /** Calls the listeners; false where there are none. */
  emit(event: string, ...args: unknown[]): boolean;
  listenerCount(event: string): number;
  emitWarning(warning: string): void;
}

/** Of Node.js in an execution environment. [INF] */
const PID = 2;

export interface ProcessParts {
  readonly host: Host;
  readonly configuration: Configuration;
  readonly nextTick: (run: () => void) => void;
  /** A built-in module's exports. */
  readonly builtin: (id: string) => unknown;
  /** process.env.TZ is another; undefined: it is gone. */
  readonly onTimeZone: (value: string | undefined) => void;
}

export function makeProcess({ host, configuration, nextTick, builtin, onTimeZone }: ProcessParts): GuestProcess {
  const events = makeEmitter();
  const startedAt = host.now();
  const bigint = () => p.BigIntFrom(p.MathRound((host.now() - startedAt) * 1e6)) + 1_000_000_000n;
  const hrtime = (previous?: readonly [number, number]) => {
    const nanoseconds = bigint();
    const now: [number, number] = [p.NumberCtor(nanoseconds / 1_000_000_000n), p.NumberCtor(nanoseconds % 1_000_000_000n)];
    if (previous === undefined) return now;
    const seconds = now[0] - previous[0];
    const rest = now[1] - previous[1];
    return rest < 0 ? [seconds - 1, rest + 1e9] : [seconds, rest];
  };
  const memoryUsage = () => {
    const used = host.memoryUsed();
    return {
      rss: used,
      heapTotal: p.MathRound(used * 0.45),
      heapUsed: p.MathRound(used * 0.35),
      external: 1_600_000,
      arrayBuffers: 10_515,
    };
  };
  const emitWarning = makeEmitWarning({
    pid: PID,
    nextTick,
    emit: (event, warning) => void events.emit(event, warning),
    print: (text) => (scope.console as { error(text: string): void }).error(text),
  });
  const process: Record<string, unknown> = {
    title: "/var/lang/bin/node",
    version: configuration.nodeVersion,
    versions: {
      node: p.StringSlice(configuration.nodeVersion, 1),
      v8: configuration.generation === "v4" ? "13.6.233.17-node.28" : "12.4.254.21-node.33",
    },
    arch: "x64",
    platform: "linux",
    release: { name: "node", lts: configuration.generation === "v4" ? "Krypton" : "Jod" },
    argv: ["/var/lang/bin/node", configuration.program ?? "/var/runtime/index.mjs"],
    execArgv: [],
    execPath: "/var/lang/bin/node",
    env: environment(configuration.env, onTimeZone),
    pid: PID,
    ppid: 1,
    exitCode: undefined,
    stdin: { fd: 0, isTTY: undefined },
    stdout: standardStream({ host, nextTick, builtin }, 1),
    stderr: standardStream({ host, nextTick, builtin }, 2),
    cwd: () => "/var/task",
    chdir: () => undefined,
    umask: () => 18,
    getuid: () => 993,
    geteuid: () => 993,
    getgid: () => 990,
    getegid: () => 990,
    uptime: () => (host.now() - startedAt) / 1000,
    hrtime: p.ObjectAssign(hrtime, { bigint }),
    memoryUsage: p.ObjectAssign(memoryUsage, { rss: () => host.memoryUsed() }),
    cpuUsage: () => ({ user: p.MathRound((host.now() - startedAt) * 1000), system: 0 }),
    nextTick,
    emitWarning,
    features: { inspector: true, typescript: "strip" },
    config: { target_defaults: {}, variables: {} },
    ...events.methods,
  };
  p.ObjectAssign(process, makeProcessEnding({ host, pid: PID, process, emit: events.emit, listenerCount: events.count, nextTick }));
  p.defineProperty(process, p.SymbolToStringTag, { value: "process" });
  return { process, emit: events.emit, listenerCount: events.count, emitWarning };
}

/** Values become strings, as in Node, and TZ takes effect at once. */
function environment(env: Readonly<Record<string, string>>, onTimeZone: (value: string | undefined) => void): Record<string, string> {
  const copy: Record<string, string> = p.ObjectAssign({}, env);
  return new Proxy(copy, {
    set: (target, key, value) => {
      const text = `${value as string}`;
      if (key === "TZ") onTimeZone(text);
      return p.defineProperty(target, key, { value: text, writable: true, enumerable: true, configurable: true });
    },
    deleteProperty: (target, key) => {
      if (key === "TZ") onTimeZone(undefined);
      return delete target[key as string];
    },
    defineProperty: (target, key, descriptor) =>
      p.defineProperty(target, key, p.hasOwn(descriptor, "value") ? { ...descriptor, value: `${descriptor.value as string}` } : descriptor),
  });
}

interface Entry {
  readonly listener: Listener;
  readonly once: boolean;
}

function kept(list: readonly Entry[], is: (entry: Entry) => boolean): Entry[] {
  const left: Entry[] = [];
  for (let index = 0; index < list.length; index += 1) if (is(list[index] as Entry)) append(left, list[index] as Entry);
  return left;
}

/** process is an EventEmitter; here are its methods, without loading the events module for every environment. */
function makeEmitter() {
  const lists: Record<string, Entry[]> = p.ObjectCreate(null);
  const of = (event: unknown) => (lists[event as string] ??= []);
  const add = (once: boolean, front: boolean) =>
    function (this: unknown, event: unknown, listener: Listener) {
      const entry = { listener, once };
      const known = of(event);
      if (front) {
        const list = [entry];
        for (let index = 0; index < known.length; index += 1) append(list, known[index] as Entry);
        lists[event as string] = list;
      } else append(known, entry);
      return this;
    };
  const remove = function (this: unknown, event: unknown, listener: Listener) {
    lists[event as string] = kept(of(event), (entry) => entry.listener !== listener);
    return this;
  };
  const emit = (event: string, ...args: unknown[]): boolean => {
    const called = of(event);
    const { length } = called;
    lists[event] = kept(called, (entry) => !entry.once);
    for (let index = 0; index < length; index += 1) p.apply((called[index] as Entry).listener, undefined, args);
    return length > 0;
  };
  const methods = {
    on: add(false, false),
    addListener: add(false, false),
    once: add(true, false),
    prependListener: add(false, true),
    prependOnceListener: add(true, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(this: unknown, event?: unknown) {
      if (event === undefined) for (const name in lists) delete lists[name];
      else delete lists[event as string];
      return this;
    },
    emit,
    listeners: (event: unknown) => {
      const listeners: Listener[] = [];
      const list = of(event);
      for (let index = 0; index < list.length; index += 1) append(listeners, (list[index] as Entry).listener);
      return listeners;
    },
    listenerCount: (event: unknown) => of(event).length,
    eventNames: () => p.ObjectKeys(lists),
    setMaxListeners(this: unknown) {
      return this;
    },
    getMaxListeners: () => 10,
  };
  return { methods, emit, count: (event: string) => of(event).length };
}
