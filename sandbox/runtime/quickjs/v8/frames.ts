/**
 * The frames below an error that is being made, innermost first, as the engine keeps them (JSStackFrame).
 */
import { type FunctionCode, type FunctionCodes, startOfInstruction } from "./function-code.ts";
import type { GuestMemory, GuestValue, Pointer } from "./guest-memory.ts";
import { stackDepthAt } from "./stack-depth.ts";

export interface Frame {
  readonly function: Pointer;
  /** Undefined for a function that is not written in JavaScript. */
  readonly code: FunctionCode | undefined;
  /** The engine's address in the code: behind the opcode that it carries out. -1 where it has carried out none. */
  readonly pc: number;
  /** The values that it works with, the topmost first; empty where they cannot be told. */
  operand(fromTop: number): GuestValue | undefined;
  argument(index: number): GuestValue | undefined;
  local(name: string): GuestValue | undefined;
  /** `this` as the engine keeps it for functions that can be suspended. */
  readonly suspendable: GuestValue | undefined;
}

const FRAME = { previous: 0, function: 8, arguments: 16, variables: 20, pc: 28, argumentCount: 34 } as const;
const VALUE_BYTES = 8;
/** JSClassID. */
const CLASS = { function: 13, generator: 17, async: 54, asyncGenerator: 58 } as const;
const WITH_CODE = new Set<number>(Object.values(CLASS));
/** JSAsyncFunctionState: `this` comes 16 bytes before the frame. */
const SUSPENDED_THIS = -16;

export function readFrames(guest: GuestMemory, codes: FunctionCodes): Frame[] {
  const frames: Frame[] = [];
  const formatter = guest.stackFormatter;
  let own = true;
  for (let at = guest.currentFrame; at !== 0; at = guest.u32(at + FRAME.previous)) {
    const called = guest.u32(at + FRAME.function);
    if (!own) frames.push(frameAt(guest, codes, at, called));
    // What the formatter calls is not part of the error's stack.
    if (called === formatter) own = false;
  }
  return frames;
}

function frameAt(guest: GuestMemory, codes: FunctionCodes, at: Pointer, called: Pointer): Frame {
  const kind = guest.classOf(called);
  const bytecode = WITH_CODE.has(kind) ? guest.u32(guest.payload(called)) : 0;
  const code = bytecode === 0 ? undefined : codes.at(bytecode);
  const start = bytecode === 0 ? 0 : guest.u32(bytecode + 20);
  const counter = guest.u32(at + FRAME.pc);
  const pc = code === undefined || counter === 0 ? -1 : counter - start;
  const variables = guest.u32(at + FRAME.variables);
  const argumentsAt = guest.u32(at + FRAME.arguments);
  return {
    function: called,
    code,
    pc,
    operand(fromTop) {
      if (code === undefined || pc < 0) return undefined;
      const depth = stackDepthAt(code.bytes, startOfInstruction(code, pc));
      if (depth === undefined || fromTop >= depth) return undefined;
      return guest.value(variables + (code.variableCount + depth - 1 - fromTop) * VALUE_BYTES);
    },
    argument: (index) => (index < guest.u16(at + FRAME.argumentCount) ? guest.value(argumentsAt + index * VALUE_BYTES) : undefined),
    local(name) {
      const index = code?.variables.indexOf(name) ?? -1;
      if (code === undefined || index < 0) return undefined;
      return guest.value(
        index < code.argumentCount ? argumentsAt + index * VALUE_BYTES : variables + (index - code.argumentCount) * VALUE_BYTES,
      );
    },
    suspendable: code !== undefined && kind !== CLASS.function ? guest.value(at + SUSPENDED_THIS) : undefined,
  };
}
