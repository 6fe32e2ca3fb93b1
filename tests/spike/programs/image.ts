/** A cold start from a memory image against one that evaluates its JavaScript again. */
import { type Engine, EVAL_GLOBAL } from "../../../sandbox/runtime/quickjs/engine/instance.ts";
import type { Program } from "../../cross-engine/program.ts";
import { ALL_FUEL, newEngine } from "../guest/run-guest.ts";

export interface ImageAnswer {
  readonly sourceBytes: number;
  readonly bootMs: number;
  readonly takeMs: number;
  readonly restoreMs: number;
  readonly imageBytes: number;
  /** What the restored engine answered; the same work's counts in the original and in the copy. */
  readonly answer: string;
  readonly counts: readonly [number, number];
}

export const program: Program = async (platform): Promise<ImageAnswer> => {
  const module = await WebAssembly.compile(await platform.file("engine"));
  const source = libraryOf(50_000);
  const boot = (): Engine => {
    const engine = newEngine(module);
    engine.fuel = ALL_FUEL;
    engine.set(engine.global(), "host", engine.newFunction("host", 1));
    engine.eval(source, "library.js", EVAL_GLOBAL);
    return engine;
  };
  const booted = boot();
  const image = booted.image();
  const copy = newEngine(module, { image });
  const answer = run(
    copy,
    "resolve(7); later.then((n) => (globalThis.got = n + host(() => 35)))",
    'got + ":" + new C3(4).sum() + ":" + tick()',
  );
  return {
    sourceBytes: source.length,
    bootMs: each(20, platform.now, boot),
    takeMs: each(5, platform.now, () => booted.image()),
    restoreMs: each(100, platform.now, () => newEngine(module, { image })),
    imageBytes: image.parts.reduce((sum, part) => sum + part.content.length, 0),
    answer,
    counts: [counts(booted), counts(newEngine(module, { image }))],
  };
};

function run(engine: Engine, code: string, result: string): string {
  engine.fuel = ALL_FUEL;
  engine.eval(code, "run.js", EVAL_GLOBAL);
  while (engine.hasJobs) engine.runJobs(100);
  return engine.string(engine.eval(result, "result.js", EVAL_GLOBAL));
}

function counts(engine: Engine): number {
  engine.fuel = ALL_FUEL;
  engine.eval(
    "const all = []; for (let i = 0; i < 20000; i++) all.push({ i, text: 'x' + i }); JSON.stringify(all)",
    "work.js",
    EVAL_GLOBAL,
  );
  return ALL_FUEL - engine.fuel;
}

/** About so many bytes of the kind of code that a library is: functions, classes with private fields, a pending promise. */
function libraryOf(bytes: number): string {
  let text = "globalThis.count = 0; globalThis.tick = () => ++count; globalThis.later = new Promise((r) => (globalThis.resolve = r));\n";
  for (let n = 0; text.length < bytes; n += 1) {
    text += `globalThis.f${n} = function f${n}(a, b) { const m = { x: a, y: [b, a + ${n}], s: "text ${n}" }; for (const v of m.y) m.x += v; return m; };\n`;
    text += `globalThis.C${n} = class C${n} { #p; constructor(p) { this.#p = p; } sum() { return f${n}(this.#p, 1).x; } };\n`;
  }
  return text;
}

/** The mean: Firefox's clock has steps of a millisecond. */
function each(rounds: number, now: () => number, run: () => void): number {
  const begin = now();
  for (let round = 0; round < rounds; round += 1) run();
  return (now() - begin) / rounds;
}
