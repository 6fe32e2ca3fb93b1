/** What the guest loads through the host: CommonJS files, ES modules, Node's built-in modules. */
import { type Engine, EVAL_GLOBAL, EVAL_MODULE, GuestError, type HostFunction, type Value } from "./engine/instance.ts";
import type { HOST_FUNCTIONS, HostError } from "./guest/host.ts";
import { LIBRARY } from "./library/manifest.ts";
import type { Library } from "./library.ts";
import { type ModuleLoader, REQUIRE } from "./loader.ts";
import { COMMONJS_WRAPPER } from "./modules/commonjs-wrapper.ts";
import { LoadingError } from "./modules/loading-error.ts";

export interface LoadingParts {
  readonly engine: () => Engine;
  readonly modules: ModuleLoader;
  readonly library: Library;
  /** The guest's entry that makes an error of its own (guest/host.ts, `makeError`). */
  readonly makeError: Value;
  readonly unmetered: <T>(run: () => T) => T;
  /** An error is handled after all: it was thrown into the guest. */
  readonly forgetRejection: (error: Value) => void;
}

type LoadingCall = Extract<
  (typeof HOST_FUNCTIONS)[number],
  "resolve" | "compile" | "importSync" | "required" | "resolveImport" | "hasModuleSyntax" | "exists" | "readFile" | "builtin"
>;

/**
 * Charged stack (engine/stack.ts) beyond which the host parses no source on top of the guest: acorn may take half of what
 * Chromium gives a worker (sandbox/README.md). Errors then keep the engine's words, and loading a module is refused as too deep.
 */
const DEEP_STACK_BYTES = 128 * 1024;

const PARTS: ReadonlySet<string> = new Set(LIBRARY.map(({ id }) => id));

export class GuestLoading {
  readonly #parts: LoadingParts;

  constructor(parts: LoadingParts) {
    this.#parts = parts;
  }

  get isDeep(): boolean {
    return this.#parts.engine().stackUsed > DEEP_STACK_BYTES;
  }

  /** Runs what asks the loader; its refusal becomes an exception that the guest sees. */
  loading<T>(run: () => T): T {
    this.#refuseDeep();
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof LoadingError)) throw thrown;
      throw new GuestError(thrown.message, () => this.makeError(thrown.error));
    }
  }

  calls(): Readonly<Record<LoadingCall, HostFunction>> {
    const { engine, modules } = this.#parts;
    const text = (value: string) => engine().newString(value);
    const flag = (is: boolean) => engine().newNumber(is ? 1 : 0);
    return {
      resolve: (args) => {
        this.#refuseDeep();
        return text(modules.resolve(args.string(0), args.string(1)));
      },
      compile: (args) => this.#compile(args.string(0)),
      importSync: (args) => this.#importSync(args.string(0)),
      required: (args) => text(this.loading(() => modules.required(args.string(0), args.string(1)))),
      resolveImport: (args) => text(this.loading(() => modules.resolveImport(args.string(0), args.string(1)))),
      hasModuleSyntax: (args) => flag(modules.hasModuleSyntax(args.string(0))),
      exists: (args) => flag(modules.exists(args.string(0))),
      readFile: (args) => text(modules.readFile(args.string(0))),
      builtin: (args) => this.#builtin(args.string(0)),
    };
  }

  #compile(path: string): Value {
    this.#refuseDeep();
    const code = COMMONJS_WRAPPER[0] + this.#parts.modules.commonJsText(path) + COMMONJS_WRAPPER[1];
    return this.#eval(code, path);
  }

  /** The namespace of a module without top-level await: when `eval` comes back, it has been evaluated. */
  #importSync(name: string): Value {
    const engine = this.#parts.engine();
    const code = `import * as namespace from ${JSON.stringify(name)}; globalThis.__imported = namespace;`;
    const error = engine.exception(engine.eval(code, REQUIRE, EVAL_MODULE));
    if (error !== undefined) {
      this.#parts.forgetRejection(error);
      throw new GuestError("", () => error);
    }
    const namespace = engine.get(engine.global(), "__imported");
    this.#eval("delete globalThis.__imported", REQUIRE);
    return namespace;
  }

  #builtin(id: string): Value {
    if (!PARTS.has(id)) this.#refuseUnknown(id);
    const source = this.#parts.library.source(id);
    return this.#parts.unmetered(() => this.#eval(source, `lambda-lab:${id}`));
  }

  #eval(code: string, name: string): Value {
    const engine = this.#parts.engine();
    const value = engine.eval(code, name, EVAL_GLOBAL);
    const error = engine.exception(value);
    if (error !== undefined) throw new GuestError("", () => error);
    return value;
  }

  /** Node's own files ask for others of Node's at their first use (path.matchesGlob for its globs): not all of them are here. */
  #refuseUnknown(id: string): never {
    const message = `시뮬레이터에는 이 기능에 쓰이는 Node.js의 내부 모듈(${id})이 없습니다. 다른 방법으로 써 주세요.`;
    throw new GuestError(message, () => this.makeError({ name: "Error", message, code: "ERR_UNKNOWN_BUILTIN_MODULE" }));
  }

  /** What V8 throws where a stack is used up. */
  #refuseDeep(): void {
    if (!this.isDeep) return;
    const message = "Maximum call stack size exceeded";
    throw new GuestError(message, () => this.makeError({ name: "RangeError", message }));
  }

  /** An error of Node's own, made inside the guest. */
  makeError(error: HostError): Value {
    const engine = this.#parts.engine();
    return engine.call(this.#parts.makeError, [engine.newString(JSON.stringify(error))]);
  }
}
