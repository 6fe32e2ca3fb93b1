/** What a function was called on, and whether it was called with `new`: from the values that its caller works with. */
import type { Frame } from "./frames.ts";
import { opcodeAt } from "./function-code.ts";
import type { GuestValue } from "./guest-memory.ts";
import { argumentCount } from "./opcodes.ts";
import type { FunctionCode } from "./function-code.ts";
import { startOfInstruction } from "./function-code.ts";

export interface Call {
  readonly receiver: GuestValue | undefined;
  readonly construct: boolean;
}

const UNKNOWN: Call = { receiver: undefined, construct: false };

/** Built-in methods that call back with a receiver of the caller's choice, and which argument that is. */
const RECEIVER_ARGUMENT: Readonly<Record<string, number>> = {
  call: 0,
  apply: 0,
  map: 1,
  forEach: 1,
  filter: 1,
  some: 1,
  every: 1,
  find: 1,
  findIndex: 1,
  findLast: 1,
  findLastIndex: 1,
  flatMap: 1,
  from: 2,
};

/** How the function of `frame` was called by the one of `caller`. `callerName`: the caller's, where it is built in. */
export function callOf(frame: Frame, caller: Frame | undefined, callerName: string): Call {
  if (frame.suspendable !== undefined) return { receiver: frame.suspendable, construct: false };
  const own = frame.local("this");
  const call = caller === undefined ? UNKNOWN : caller.code === undefined ? fromBuiltin(caller, callerName) : fromCode(frame, caller, caller.code);
  return call.receiver === undefined && own !== undefined ? { ...call, receiver: own } : call;
}

function fromBuiltin(caller: Frame, name: string): Call {
  if (name === "construct") return { receiver: undefined, construct: true };
  const argument = RECEIVER_ARGUMENT[name];
  return { receiver: argument === undefined ? undefined : caller.argument(argument), construct: false };
}

function fromCode(frame: Frame, caller: Frame, code: FunctionCode): Call {
  const opcode = opcodeAt(code, caller.pc);
  const start = startOfInstruction(code, caller.pc);
  const count = Math.max(0, argumentCount(code.bytes, start));
  switch (opcode) {
    case "call_method":
    case "tail_call_method":
      return { receiver: caller.operand(count + 1), construct: false };
    case "call_constructor":
      return { receiver: undefined, construct: calls(caller.operand(count + 1), frame) };
    case "init_ctor":
      return { receiver: undefined, construct: true };
    case "apply":
      return code.bytes[start + 1] === 1 ? { receiver: undefined, construct: true } : { receiver: caller.operand(1), construct: false };
    case "get_field":
    case "get_field2":
    case "get_length":
      return { receiver: caller.operand(0), construct: false };
    case "put_field":
      return { receiver: caller.operand(1), construct: false };
    default:
      return UNKNOWN;
  }
}

/** A getter that runs during `new` is not what `new` called. */
function calls(called: GuestValue | undefined, frame: Frame): boolean {
  return called !== undefined && (called.low === frame.function || frame.code === undefined);
}
