/** The runtime that runs learners' code: QuickJS engines, one per process, all started from one memory image. */
import type { Files } from "../../scenario.ts";
import { BuildRefused, type Process, type ProcessOptions, type Runtime } from "../runtime.ts";
import { BINDING, makeBinding } from "./binding.ts";
import { Engine, EVAL_GLOBAL, EVAL_MODULE, GuestError, type Value } from "./engine/instance.ts";
import { INITIAL_BYTES } from "./engine/memory-image.ts";
import { enginePool } from "./engine-pool.ts";
import { ENTRIES, type EntryName, HOST_FUNCTIONS } from "./guest/host.ts";
import { askCodec, FREE } from "./host-codec.ts";
import { GLOBALS } from "./library/manifest.ts";
import type { Library } from "./library.ts";
import { INTERNAL, INTERNAL_SOURCE } from "./modules/synthetic.ts";
import { type BootImage, startProcess } from "./process.ts";
import type { Build } from "./typescript/package-build.ts";

export interface QuickJsOptions {
  /** The metered engine (engine/build.ts), compiled. */
  readonly engine: WebAssembly.Module;
  readonly library: Library;
}

export function quickjsRuntime({ engine: module, library }: QuickJsOptions): Runtime {
  let image: BootImage | undefined;
  const pool = enginePool();
  const layers = new Map<string, Files>();
  return {
    start(options: ProcessOptions): Process {
      image ??= bootImage(module, library);
      return startProcess({ module, library, image, pool }, options);
    },
    catalogueLayer(name) {
      // The text is what layers/build.ts wrote.
      const files = layers.get(name) ?? (JSON.parse(library.source(`layer-${name}`)) as Files);
      layers.set(name, files);
      return files;
    },
    build(sources: Files): Files {
      // The answer's shape is the codec's.
      const build = askCodec(library, "typescript", "build", JSON.stringify(sources), FREE) as Build;
      if ("files" in build) return build.files;
      const { file, line, column, code, message } = build.refused;
      throw new BuildRefused(`빌드하지 못해 배포하지 않았습니다. ${file} ${line}행 ${column}열: ${message} (${code})`);
    },
  };
}

/** Boots an engine once and photographs it. Nothing in it depends on a function, a seed or an instant. */
function bootImage(module: WebAssembly.Module, library: Library): BootImage {
  const engine = new Engine(module, {
    maximumBytes: INITIAL_BYTES * 4,
    now: () => 0,
    functions: [...HOST_FUNCTIONS, ...BINDING].map((name) => () => {
      throw new Error(`runtime: the guest called ${name} while it was being booted`);
    }),
    loader: {
      normalize: (_importer, specifier) => specifier,
      load: (name) => {
        if (name === INTERNAL) return INTERNAL_SOURCE;
        throw new GuestError(`runtime: the guest imported ${name} while it was being booted`);
      },
    },
  });
  engine.fuel = 0x7fffffff;
  const check = (value: Value): Value => {
    const error = engine.exception(value);
    if (error !== undefined) throw new Error(`runtime: booting the guest failed: ${engine.string(error)}`);
    return value;
  };
  const host = check(engine.eval("({})", "lambda-lab:boot", EVAL_GLOBAL));
  for (const name of HOST_FUNCTIONS) engine.set(host, name, engine.newFunction(name, 0));
  const binding = makeBinding(engine);
  const manifest = check(engine.eval(`(${JSON.stringify({ globals: GLOBALS })})`, "lambda-lab:boot", EVAL_GLOBAL));
  const program = `(() => { ${library.source("boot")}; return lambdaLabBoot; })()`;
  const boot = engine.get(check(engine.eval(program, "lambda-lab:boot", EVAL_GLOBAL)), "boot");
  const guest = check(engine.call(boot, [host, binding, manifest]));
  check(engine.eval(`import ${JSON.stringify(INTERNAL)}`, "lambda-lab:boot", EVAL_MODULE));
  const entries = Object.fromEntries(ENTRIES.map((name) => [name, engine.get(guest, name)])) as Record<EntryName, Value>;
  return { memory: engine.image(), entries };
}
