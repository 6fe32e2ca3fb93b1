/** Runs programs in QuickJS as the runtime does, with V8Errors behind the guest's hook, and says what became of them. */
import { readFileSync } from "node:fs";
import { everyPart } from "../../../sandbox/parts/every.ts";
import { Engine, EVAL_GLOBAL, GuestError, type HostFunction } from "../../../sandbox/runtime/quickjs/engine/instance.ts";
import { COMMONJS_WRAPPER } from "../../../sandbox/runtime/quickjs/modules/commonjs-wrapper.ts";
import type { RawError } from "../../../sandbox/runtime/quickjs/v8/raw-error.ts";
import { V8Errors } from "../../../sandbox/runtime/quickjs/v8/v8-errors.ts";
import type { Outcome, Program } from "./program.ts";

const dist = new URL("../../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url);
const wasm = new WebAssembly.Module(readFileSync(dist));

/** As in V8, a stack gets its first line when it is read: an error can be given its name after it was made. */
const HOOK = `(function install(describe) {
  const captured = new WeakMap();
  let capturing = false;
  const get = function () {
    const kept = captured.get(this);
    if (kept === undefined || kept.text !== undefined) return kept?.text;
    const name = String(this.name), message = String(this.message);
    const header = message === "" ? name : name + ": " + message;
    return (kept.text = kept.before + [header, ...kept.frames].join("\\n    at "));
  };
  const set = function (value) {
    captured.set(this, { text: value });
  };
  Error.prepareStackTrace = function prepare(error, sites) {
    // The engine asks again where a caught error is thrown on.
    if (captured.has(error) && !capturing) throw undefined;
    const name = String(error.name), message = String(error.message), frames = [];
    for (const site of sites) {
      const file = site.getFileName() ?? "";
      if (file.startsWith("lambda-lab:")) continue;
      frames.push({ functionName: site.getFunctionName() ?? "", file, line: site.getLineNumber() ?? 0, column: site.getColumnNumber() ?? 0, native: site.isNative() });
    }
    const answer = JSON.parse(describe(JSON.stringify({ name, message, frames })));
    if (answer.message !== message) Object.defineProperty(error, "message", { value: answer.message, writable: true, configurable: true });
    captured.set(error, { before: answer.before, frames: answer.frames, text: undefined });
    Object.defineProperty(error, "stack", { get, set, configurable: true });
    // Else the engine would put what comes back over the property.
    throw undefined;
  };
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = function (error, above) {
    capturing = true;
    Reflect.apply(capture, Error, [error, above]);
    capturing = false;
    Object.defineProperty(error, "stack", { get, set, configurable: true });
  };
  return install;
})`;

const RUNTIME = `(function (compile, entry) {
  globalThis.console = { log() {} };
  class Runtime { constructor(handler) { this.handler = handler; } run() { return this.handler({}, {}); } }
  const modules = {};
  const load = (path) => {
    if (modules[path]) return modules[path].exports;
    const module = modules[path] = { exports: {} };
    const directory = path.slice(0, path.lastIndexOf("/"));
    const require = (specifier) => load(directory + specifier.slice(1));
    Reflect.apply(compile(path), module.exports, [module.exports, require, module, path, directory]);
    return module.exports;
  };
  const start = async () => {
    const module = entry.startsWith("file:") ? await import(entry) : load(entry);
    const handler = module.handler ?? module.default?.handler;
    if (typeof handler === "function") await new Runtime(handler).run();
  };
  start().catch((error) => { globalThis.outcome = error instanceof Error
    ? { name: String(error.name), message: String(error.message), stack: String(error.stack) }
    : { name: typeof error, message: String(error), stack: "" }; });
})`;

export interface GuestRun {
  readonly outcome: Outcome | null;
  /** What the engine said of each error that was made, and what was made of it. */
  readonly errors: readonly { readonly raw: RawError; readonly message: string }[];
}

export function runInGuest(program: Program): GuestRun {
  const errors: { raw: RawError; message: string }[] = [];
  const text = (file: string) => program.files[file.replace(/^(file:\/\/)?\/var\/task\//, "")];
  let v8: V8Errors | undefined;
  const functions: HostFunction[] = [
    (args) => {
      const raw = JSON.parse(args.string(0)) as RawError;
      const answer = v8?.describe(raw);
      if (answer === undefined) throw new Error("guest: the hook is called before it is installed");
      errors.push({ raw, message: answer.message });
      return engine.newString(JSON.stringify(answer));
    },
    (args) => {
      const path = args.string(0);
      const made = engine.eval(COMMONJS_WRAPPER[0] + (text(path) ?? "") + COMMONJS_WRAPPER[1], path, EVAL_GLOBAL);
      const thrown = engine.exception(made);
      if (thrown !== undefined) throw new GuestError("", () => thrown);
      return made;
    },
  ];
  const engine = new Engine(wasm, {
    maximumBytes: 128 * 2 ** 20,
    now: () => 0,
    functions,
    loader: {
      normalize: (importer, specifier) => (specifier.startsWith(".") ? new URL(specifier, importer).href : specifier),
      load: (name) => {
        const found = text(name);
        if (found === undefined) throw new GuestError(`Cannot find module '${name}'`);
        return found;
      },
    },
  });
  engine.fuel = 0x7fffffff;
  const describe = engine.newFunction("describe", 1);
  const compile = engine.newFunction("compile", 1);
  const install = engine.call(engine.eval(HOOK, "lambda-lab:errors", EVAL_GLOBAL), [describe]);
  const words = { messages: () => everyPart("v8-messages"), syntax: () => everyPart("v8-syntax") };
  v8 = new V8Errors(engine.memory, engine.identity(install), { source: text }, words);
  const entry = program.entry.endsWith(".mjs") ? `file:///var/task/${program.entry}` : `/var/task/${program.entry}`;
  const run = engine.eval(RUNTIME, "lambda-lab:runtime", EVAL_GLOBAL);
  engine.call(run, [compile, engine.newString(entry)]);
  for (let rounds = 0; engine.hasJobs && rounds < 1_000; rounds += 1) engine.runJobs(1_000);
  const outcome = engine.string(engine.eval("JSON.stringify(globalThis.outcome ?? null)", "lambda-lab:outcome", EVAL_GLOBAL));
  return { outcome: asOutcome(JSON.parse(outcome)), errors };
}

function asOutcome(said: { name: string; message: string; stack: string } | null): Outcome | null {
  if (said === null) return null;
  const frames = said.stack.split("\n    at ");
  const header = frames.shift() ?? "";
  return { name: said.name, message: said.message, frames: frames.filter((frame) => !frame.includes("node:")), header };
}
