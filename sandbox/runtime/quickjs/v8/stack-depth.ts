/**
 * How many values an instruction finds on the engine's stack: what the compiler found out to reserve that stack
 * (compute_stack_size in quickjs.c), followed once more along every path of the code.
 */
import { argumentCount, OPCODES } from "./opcodes.ts";

const UNKNOWN = 0xffff;
const ENDS = new Set(["tail_call", "tail_call_method", "return", "return_undef", "return_async", "throw", "throw_error", "ret"]);
/** Jumps: at which byte their distance stands, in how many bytes, and whether the next instruction can follow. */
const JUMPS: Readonly<Record<string, { readonly bytes: 1 | 2 | 4; readonly always: boolean }>> = {
  goto: { bytes: 4, always: true },
  goto16: { bytes: 2, always: true },
  goto8: { bytes: 1, always: true },
  if_true: { bytes: 4, always: false },
  if_false: { bytes: 4, always: false },
  if_true8: { bytes: 1, always: false },
  if_false8: { bytes: 1, always: false },
  catch: { bytes: 4, always: false },
  gosub: { bytes: 4, always: false },
};

const known = new WeakMap<Uint8Array, Uint16Array>();

export function stackDepthAt(code: Uint8Array, pc: number): number | undefined {
  let depths = known.get(code);
  if (depths === undefined) {
    depths = explore(code);
    known.set(code, depths);
  }
  const depth = depths[pc] ?? UNKNOWN;
  return depth === UNKNOWN ? undefined : depth;
}

function explore(code: Uint8Array): Uint16Array {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  const depths = new Uint16Array(code.length).fill(UNKNOWN);
  const catches = new Map<number, number>();
  const open: { pc: number; depth: number; within: number }[] = [{ pc: 0, depth: 0, within: -1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { pc, depth } = next;
    if (pc >= code.length || depths[pc] !== UNKNOWN) continue;
    depths[pc] = depth;
    catches.set(pc, next.within);
    const opcode = OPCODES[code[pc] ?? 0];
    if (opcode === undefined) continue;
    const { name } = opcode;
    let after = depth - opcode.pops - Math.max(0, argumentCount(code, pc)) + opcode.pushes;
    let within = next.within;
    if (name === "catch" || name === "for_of_start" || name === "for_await_of_start") within = pc;
    const closes = closedLevel(name, after);
    const levelOfCatch = within < 0 ? -1 : levelBefore(within);
    if (closes !== undefined && closes === levelOfCatch) within = catches.get(within) ?? -1;
    if (name === "nip_catch") {
      after = levelOfCatch + 1;
      within = catches.get(within) ?? -1;
    }
    const jump = JUMPS[name];
    if (jump !== undefined) {
      const distance =
        jump.bytes === 1 ? view.getInt8(pc + 1) : jump.bytes === 2 ? view.getInt16(pc + 1, true) : view.getInt32(pc + 1, true);
      const landing = name === "gosub" ? after + 1 : name === "catch" ? depth + 1 : after;
      open.push({ pc: pc + 1 + distance, depth: landing, within: name === "catch" ? next.within : within });
    }
    if (!ENDS.has(name) && jump?.always !== true) open.push({ pc: pc + opcode.size, depth: after, within });
  }
  return depths;

  function levelBefore(start: number): number {
    const depth = depths[start] ?? 0;
    return OPCODES[code[start] ?? 0]?.name === "catch" ? depth : depth + 1;
  }
}

/** The depth below which an instruction drops a catch offset, where it can be one that does. */
function closedLevel(name: string, depth: number): number | undefined {
  if (name === "drop") return depth;
  if (name === "nip" || name === "nip1") return depth - 1;
  return name === "iterator_close" ? depth + 2 : undefined;
}
