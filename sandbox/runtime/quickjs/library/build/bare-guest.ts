/**
 * A guest with the library and nothing else: the engine, the binding and `require`. The build asks it what each module
 * exports; tests compare it with Node.
 */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type BindingContext, bindingFunctions, makeBinding } from "../../binding.ts";
import { Engine, EVAL_GLOBAL, type HostFunction, type Value } from "../../engine/instance.ts";
import type { HostError } from "../../guest/host.ts";

export interface BareGuestOptions {
  readonly wasm: WebAssembly.Module;
  /** The text of a library module. */
  readonly source: (id: string) => string;
  /** From `primordialsText`. */
  readonly primordials: string;
  readonly context: Omit<BindingContext, "makeError">;
}

export interface BareGuest {
  readonly engine: Engine;
  /** Runs a script; its value. What it throws, this throws. */
  evaluate(script: string, name?: string): Value;
}

/** The guest has a global `require(id)` for every module of the library, as handlers have it for Node's. */
export function bareGuest({ wasm, source, primordials, context }: BareGuestOptions): BareGuest {
  const text: HostFunction = (args) => engine.eval(source(args.string(0)), `lambda-lab:${args.string(0)}`, EVAL_GLOBAL);
  const makeError = (error: HostError): Value => evaluate(`(${MAKE_ERROR})(${JSON.stringify(error)})`);
  const whole: BindingContext = { ...context, makeError };
  const engine: Engine = new Engine(wasm, {
    maximumBytes: 512 * 1024 * 1024,
    now: context.now,
    loader: { normalize: (_importer, name) => name, load: () => "" },
    functions: [
      text,
      ...bindingFunctions(
        () => engine,
        () => whole,
      ),
    ],
  });
  const evaluate = (script: string, name = "lambda-lab:boot") => {
    const value = engine.eval(script, name, EVAL_GLOBAL);
    const error = engine.exception(value);
    if (error === undefined) return value;
    throw new Error(`${engine.string(error)}\n${engine.string(engine.get(error, "stack"))}`);
  };
  engine.set(engine.global(), "__source", engine.newFunction("source", 1));
  engine.set(engine.global(), "__binding", makeBinding(engine));
  evaluate(primordials);
  evaluate(BOOT);
  return { engine, evaluate };
}

/** capturePrimordials as a script that leaves it in the global `__capture`. */
export async function primordialsText(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL("../primordials.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "__capture",
  });
  return result.outputFiles[0]?.text ?? "";
}

const MAKE_ERROR =
  "({ name, message, code, fields }) => Object.assign(new globalThis[name](message), code === undefined ? {} : { code }, fields)";

const BOOT = `(() => {
  const source = __source, binding = __binding, primordials = __capture.capturePrimordials(), cache = { __proto__: null };
  delete globalThis.__source;
  delete globalThis.__binding;
  delete globalThis.__capture;
  globalThis.require = function require(id) {
    if (cache[id]) return cache[id].exports;
    const module = cache[id] = { exports: {} };
    source(id)(module, module.exports, require, binding, primordials);
    return module.exports;
  };
})()`;
