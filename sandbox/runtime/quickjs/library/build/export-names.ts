/**
 * What each importable module exports: an ES module's import of it needs the names before anything is evaluated. `process`
 * and `console` are the guest's own objects (guest/process.ts, guest/console.ts), and their names are written down here.
 */
import { readFileSync } from "node:fs";
import { seededRandom } from "../../../../time/random.ts";
import { BUILTINS } from "../manifest.ts";
import { bareGuest, primordialsText } from "./bare-guest.ts";

export async function exportNames(source: (id: string) => string): Promise<Record<string, readonly string[]>> {
  const wasm = new WebAssembly.Module(readFileSync(new URL("../../engine/dist/quickjs.wasm", import.meta.url)));
  const disk = { files: new Map<string, Uint8Array>(), tmp: { files: new Map<string, Uint8Array | null>() }, tmpBytes: 0 };
  const context = { random: seededRandom(1), now: () => 0, sleep: () => undefined, startedAt: 0, memoryMB: 128, disk, codec: neverAsked };
  const { engine, evaluate } = bareGuest({ wasm, source, primordials: await primordialsText(), context });
  // Streams ask for it when they are loaded: the size of their buffers differs on Windows.
  evaluate('globalThis.process = { platform: "linux" }');
  const names: Record<string, readonly string[]> = { ...GUESTS_OWN };
  for (const id of BUILTINS) {
    if (Object.hasOwn(GUESTS_OWN, id)) continue;
    const keys = evaluate(`JSON.stringify(Object.keys(require(${JSON.stringify(id)})))`);
    names[id] = (JSON.parse(engine.string(keys)) as string[]).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== "default");
  }
  return names;
}

const words = (text: string) => text.trim().split(/\s+/);

/** Simplified: without process.stdin, stdout and stderr, which would load streams in every file that imports node:process. */
const GUESTS_OWN: Readonly<Record<string, readonly string[]>> = {
  console: words(`
    Console assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info log table time timeEnd
    timeLog timeStamp trace warn`),
  process: words(`
    addListener arch argv chdir config cpuUsage cwd emit emitWarning env eventNames execArgv execPath exit exitCode features
    getegid geteuid getgid getuid hrtime listenerCount listeners memoryUsage nextTick off on once pid platform ppid
    prependListener prependOnceListener release removeAllListeners removeListener title umask uptime version versions`),
};

export function neverAsked(name: string): never {
  throw new Error(`library: a module asks for the codec ${name} when it is loaded; it has to wait until it is called`);
}
