/**
 * What a snippet gives in the guest, to be compared with what the same text gives in the Node that runs the tests. Around the
 * library stands only what a snippet needs of the rest: promise jobs, timers that the test turns, console.log, process.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { nodeLibrary } from "../../../sandbox/node/library.ts";
import type { BindingContext } from "../../../sandbox/runtime/quickjs/binding.ts";
import { bareGuest, primordialsText } from "../../../sandbox/runtime/quickjs/library/build/bare-guest.ts";
import { BUILTIN_IDS, GLOBALS } from "../../../sandbox/runtime/quickjs/library/manifest.ts";
import type { Disk } from "../../../sandbox/runtime/runtime.ts";
import { seededRandom } from "../../../sandbox/time/random.ts";

const quickjs = new URL("../../../sandbox/runtime/quickjs/", import.meta.url);
const wasm = new WebAssembly.Module(readFileSync(new URL("engine/dist/quickjs.wasm", quickjs)));
const primordials = await primordialsText();
const nodeRequire = createRequire(import.meta.url);

export const STARTED_AT = 1_800_000_000_000;

export interface GuestOptions {
  /** Read-only files: absolute path → text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly tmp?: Disk;
  readonly tmpBytes?: number;
  readonly seed?: number;
  /** Called each time a library module's text is asked for. */
  readonly onLoad?: (id: string) => void;
}

export interface Guest {
  /** What a function's body returns, as JSON carries it. Throws what the guest throws. */
  run(body: string): unknown;
  /** The same for an async function's body: promises and timers are run until it has settled. */
  runAsync(body: string): unknown;
  /** Milliseconds of virtual time, which only this moves. */
  now: number;
}

export function guest(options: GuestOptions = {}): Guest {
  let now = STARTED_AT;
  const files = new Map(Object.entries(options.files ?? {}).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const context: Omit<BindingContext, "makeError"> = {
    random: seededRandom(options.seed ?? 1),
    now: () => now,
    sleep: () => undefined,
    startedAt: STARTED_AT,
    memoryMB: 128,
    disk: { files, tmp: options.tmp ?? { files: new Map() }, tmpBytes: options.tmpBytes ?? 512 * 1024 * 1024 },
    codec: nodeLibrary().codec,
  };
  const source = (id: string) => {
    options.onLoad?.(id);
    return libraryText(id);
  };
  const { engine, evaluate } = bareGuest({ wasm, source, primordials, context });
  evaluate(SURROUNDINGS);
  const drain = () => {
    while (engine.hasJobs) {
      const result = engine.runJobs(1000);
      const error = engine.exception(result);
      if (error !== undefined) throw new Error(engine.string(error));
    }
  };
  const answer = (script: string) =>
    (JSON.parse(engine.string(evaluate(script, "file:///var/task/index.mjs"))) as { value: unknown }).value;
  return {
    run(body) {
      const value = answer(`JSON.stringify({ value: (function () { ${body} })() })`);
      drain();
      return value;
    },
    runAsync(body) {
      evaluate(
        `globalThis.settled = undefined; (async function () { ${body} })().then((value) => { settled = { value }; }, (error) => { settled = { error }; })`,
        "file:///var/task/index.mjs",
      );
      for (let turn = 0; turn < 1000 && answer("JSON.stringify({ value: settled === undefined })") === true; turn += 1) {
        drain();
        evaluate("runTimer()");
      }
      return answer("if (settled?.error) throw settled.error; JSON.stringify({ value: settled?.value })");
    },
    get now() {
      return now;
    },
    set now(instant) {
      now = instant;
    },
  };
}

/** The same, run here. `require` is Node's. */
export function inNode(body: string, extra: Readonly<Record<string, unknown>> = {}): unknown {
  const names = ["require", ...Object.keys(extra)];
  const values = [nodeRequire, ...Object.values(extra)];
  const make = Function as unknown as new (...args: string[]) => (...args: unknown[]) => unknown;
  const result = new make(...names, body)(...values);
  return JSON.parse(JSON.stringify({ value: result })).value;
}

export async function inNodeAsync(body: string): Promise<unknown> {
  const make = Object.getPrototypeOf(async () => undefined).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<unknown>;
  const value = await new make("require", body)(nodeRequire);
  return JSON.parse(JSON.stringify({ value })).value;
}

export function libraryText(id: string): string {
  return readFileSync(new URL(`guest/dist/${id}.js`, quickjs), "utf8");
}

/** The lines of a list of snippets; `//` begins a remark. */
export function snippets(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"));
}

const SURROUNDINGS = `(() => {
  const load = require, ids = ${JSON.stringify(BUILTIN_IDS)}, globals = ${JSON.stringify(GLOBALS)};
  globalThis.require = (name) => load(ids[name.replace("node:", "")] ?? name);
  globalThis.global = globalThis;
  Error.prepareStackTrace = (error, sites) => {
    const at = sites.filter((site) => !String(site.getFileName()).startsWith("lambda-lab:")).map((site) =>
      "\\n    at " + site.getFunctionName() + " (" + site.getFileName() + ":" + site.getLineNumber() + ":" + site.getColumnNumber() + ")");
    return (error.message ? error.name + ": " + error.message : error.name) + at.join("");
  };
  const lines = globalThis.lines = [];
  globalThis.console = { log: (...args) => lines.push(load("util").format(...args)), warn: (...args) => lines.push("WARN " + load("util").format(...args)) };
  globalThis.makeConsole = () => load("console")((fd, text) => lines.push(fd + ":" + text));
  let timers = [], last = 0;
  const timer = (due, callback, args) => {
    const made = { id: ++last, due, callback, args, ref() { return made; }, unref() { return made; }, hasRef: () => true };
    timers.push(made);
    return made;
  };
  globalThis.setTimeout = (callback, delay = 1, ...args) => timer(delay, callback, args);
  globalThis.setImmediate = (callback, ...args) => timer(0, callback, args);
  globalThis.setInterval = (callback, delay = 1) => {
    const again = () => { callback(); if (made.due < Infinity) { made.due += delay; timers.push(made); } };
    const made = timer(delay, again, []);
    return made;
  };
  globalThis.clearTimeout = globalThis.clearInterval = globalThis.clearImmediate = (made) => {
    if (made) made.due = Infinity;
    timers = timers.filter((one) => one !== made);
  };
  globalThis.runTimer = () => {
    timers.sort((a, b) => a.due - b.due || a.id - b.id);
    const next = timers.shift();
    if (next) next.callback(...next.args);
  };
  globalThis.process = {
    env: {}, pid: 2, platform: "linux", version: "v24.0.0", stdout: {}, cwd: () => "/var/task", memoryUsage: () => ({ rss: 1 }),
    stderr: { write: (text) => lines.push("2:" + text) },
    nextTick: (callback, ...args) => Promise.resolve().then(() => callback(...args)),
    emitWarning: (message, name) => lines.push((name ?? "Warning") + ": " + message),
  };
  for (const name of Object.keys(globals)) Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => load(globals[name][0])[globals[name][1]],
    set: (value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true }),
  });
})()`;
