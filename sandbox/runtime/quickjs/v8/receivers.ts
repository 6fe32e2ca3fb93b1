/** What a function was called on, and whether it was called with `new`: from the values that its caller works with. */
import type { Frame } from "./frames.ts";
import { type FunctionCode, opcodeAt, startOfInstruction } from "./function-code.ts";
import type { GuestMemory, GuestValue, Pointer } from "./guest-memory.ts";
import { argumentCount } from "./opcodes.ts";

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
export function callOf(frame: Frame, caller: Frame | undefined, callerName: string, guest: GuestMemory): Call {
  if (frame.suspendable !== undefined) return { receiver: frame.suspendable, construct: false };
  const own = frame.local("this");
  const call =
    caller === undefined
      ? UNKNOWN
      : caller.code === undefined
        ? fromBuiltin(frame, caller, callerName)
        : fromCode(frame, caller, caller.code, guest);
  if (call.construct) return call;
  const receiver =
    call.receiver ?? own ?? (caller === undefined || isCalledAlone(frame, caller) ? undefined : holder(frame, caller, guest));
  return { receiver, construct: false };
}

/** A call without a receiver, or one back that a built-in function was asked for. */
function isCalledAlone(frame: Frame, caller: Frame): boolean {
  if (caller.code === undefined) return [0, 1, 2, 3].some((index) => caller.argument(index)?.low === frame.function);
  const start = startOfInstruction(caller.code, caller.pc);
  return (
    /^(tail_)?call\d?$/.test(opcodeAt(caller.code, caller.pc)) &&
    caller.operand(argumentCount(caller.code.bytes, start))?.low === frame.function
  );
}

/** An object at hand that has the function among its methods: of conversions, `toJSON`, the traps of a proxy. */
function holder(frame: Frame, caller: Frame, guest: GuestMemory): GuestValue | undefined {
  for (let index = 0; index < 4; index += 1) {
    for (const value of [caller.operand(index), caller.argument(index)]) {
      if (value !== undefined && hasMethod(guest, guest.object(value), frame.function)) return value;
    }
  }
  return undefined;
}

export function hasMethod(guest: GuestMemory, object: Pointer, method: Pointer): boolean {
  let at = object;
  for (let steps = 0; at !== 0 && steps < 8; steps += 1) {
    if (guest.holds(at, method)) return true;
    at = guest.prototypeOf(at);
  }
  return false;
}

function fromBuiltin(frame: Frame, caller: Frame, name: string): Call {
  if (name === "construct") return { receiver: undefined, construct: true };
  if (name === "apply" && caller.argument(0)?.low === frame.function) return { receiver: caller.argument(1), construct: false };
  const argument = RECEIVER_ARGUMENT[name];
  return { receiver: argument === undefined ? undefined : caller.argument(argument), construct: false };
}

function fromCode(frame: Frame, caller: Frame, code: FunctionCode, guest: GuestMemory): Call {
  const opcode = opcodeAt(code, caller.pc);
  const start = startOfInstruction(code, caller.pc);
  const count = Math.max(0, argumentCount(code.bytes, start));
  switch (opcode) {
    case "call_method":
    case "tail_call_method":
      return { receiver: bound(caller.operand(count), guest) ?? caller.operand(count + 1), construct: false };
    case "call_constructor":
      return { receiver: undefined, construct: calls(caller.operand(count + 1), frame) };
    case "init_ctor":
      return { receiver: undefined, construct: true };
    case "apply":
      return code.bytes[start + 1] === 1 ? { receiver: undefined, construct: true } : { receiver: caller.operand(1), construct: false };
    case "get_field":
    case "get_field2":
    case "get_length":
      return { receiver: accessed(caller.operand(0), guest), construct: false };
    case "put_field":
      return { receiver: accessed(caller.operand(1), guest), construct: false };
    default:
      return {
        receiver: opcode.startsWith("call") || opcode === "tail_call" ? bound(caller.operand(count), guest) : undefined,
        construct: false,
      };
  }
}

/** A proxy's traps are methods of its handler. */
function accessed(value: GuestValue | undefined, guest: GuestMemory): GuestValue | undefined {
  const object = value === undefined ? 0 : guest.object(value);
  if (object === 0 || guest.classOf(object) !== PROXY) return value;
  return guest.value(guest.u32(guest.payload(object)) + PROXY_HANDLER);
}

function bound(called: GuestValue | undefined, guest: GuestMemory): GuestValue | undefined {
  const object = called === undefined ? 0 : guest.object(called);
  if (object === 0 || guest.classOf(object) !== BOUND) return undefined;
  return guest.value(guest.u32(guest.payload(object)) + BOUND_THIS);
}

/** JSClassID; JSProxyData.handler; JSBoundFunction.this_val. */
const PROXY = 50;
const PROXY_HANDLER = 8;
const BOUND = 14;
const BOUND_THIS = 8;

/** A getter that runs during `new` is not what `new` called. */
function calls(called: GuestValue | undefined, frame: Frame): boolean {
  return called !== undefined && (called.low === frame.function || frame.code === undefined);
}
