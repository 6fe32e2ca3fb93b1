/**
 * A function as the engine compiled it: where it stands in its file, its text, and its instructions.
 */
import type { GuestMemory, Pointer } from "./guest-memory.ts";
import { argumentCount, OPCODES } from "./opcodes.ts";

export interface FunctionCode {
  readonly file: string;
  readonly name: string;
  /** 1-based line at which the engine saw it begin. */
  readonly line: number;
  /** The engine's column: bytes, from 0 in a file's first line and from 1 elsewhere. */
  readonly column: number;
  /** The function's text, of a class for its constructor, "" where it has none (a file's own code, field initializers). */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Where its instructions stand, in the engine's form (engine-line.ts). */
  readonly lines: Uint8Array;
  readonly argumentCount: number;
  readonly variableCount: number;
  /** Where each instruction begins. */
  readonly starts: readonly number[];
  /** The instructions that the program's text can be told by, in the order of their addresses. */
  readonly instructions: readonly Instruction[];
  /** Names of arguments, then of variables. */
  readonly variables: readonly string[];
}

export interface Instruction {
  readonly pc: number;
  /** What it does and to what: `get length`, `call 2`, `await`. operations.ts gives a program's text the same keys. */
  readonly key: string;
}

/** JSFunctionBytecode. */
const BYTECODE = {
  code: 20,
  codeLength: 24,
  name: 28,
  variables: 32,
  closures: 36,
  argumentCount: 40,
  variableCount: 42,
  file: 64,
  line: 68,
  column: 72,
  textLength: 76,
  linesLength: 80,
  lines: 84,
  text: 88,
} as const;
const VARIABLE_BYTES = 20;
const CLOSURE = { bytes: 8, name: 4 } as const;

export class FunctionCodes {
  readonly #guest: GuestMemory;
  readonly #known = new Map<Pointer, { readonly stamp: string; readonly code: FunctionCode }>();

  constructor(guest: GuestMemory) {
    this.#guest = guest;
  }

  at(bytecode: Pointer): FunctionCode {
    const stamp = this.#stamp(bytecode);
    const known = this.#known.get(bytecode);
    if (known?.stamp === stamp) return known.code;
    const code = read(this.#guest, bytecode);
    this.#known.set(bytecode, { stamp, code });
    return code;
  }

  /** Tells a function from another one that was made later at the same address. */
  #stamp(bytecode: Pointer): string {
    const fields = [BYTECODE.code, BYTECODE.codeLength, BYTECODE.file, BYTECODE.line, BYTECODE.column, BYTECODE.textLength, BYTECODE.text];
    return fields.map((field) => this.#guest.u32(bytecode + field)).join();
  }
}

function read(guest: GuestMemory, bytecode: Pointer): FunctionCode {
  const bytes = guest.bytes(guest.u32(bytecode + BYTECODE.code), guest.u32(bytecode + BYTECODE.codeLength));
  const argumentCount = guest.u16(bytecode + BYTECODE.argumentCount);
  const variableCount = guest.u16(bytecode + BYTECODE.variableCount);
  const definitions = guest.u32(bytecode + BYTECODE.variables);
  const closures = guest.u32(bytecode + BYTECODE.closures);
  const text = guest.u32(bytecode + BYTECODE.text);
  const names: Names = {
    atom: (at) => guest.atom(word(bytes, at)),
    local: (at) => guest.atom(guest.u32(definitions + (argumentCount + half(bytes, at)) * VARIABLE_BYTES)),
    closure: (at) => guest.atom(guest.u32(closures + half(bytes, at) * CLOSURE.bytes + CLOSURE.name)),
  };
  return {
    file: guest.atom(guest.u32(bytecode + BYTECODE.file)),
    name: guest.atom(guest.u32(bytecode + BYTECODE.name)),
    line: guest.u32(bytecode + BYTECODE.line),
    column: guest.u32(bytecode + BYTECODE.column),
    // The engine's import.meta is a variable of the same length (modules/synthetic.ts).
    text: text === 0 ? "" : guest.utf8(text, guest.u32(bytecode + BYTECODE.textLength)).replaceAll("import_meta", "import.meta"),
    bytes,
    lines: guest.bytes(guest.u32(bytecode + BYTECODE.lines), guest.u32(bytecode + BYTECODE.linesLength)),
    argumentCount,
    variableCount,
    ...decode(bytes, names),
    variables: Array.from({ length: argumentCount + variableCount }, (_, index) =>
      guest.atom(guest.u32(definitions + index * VARIABLE_BYTES)),
    ),
  };
}

/** Where the instruction begins that a frame carries out. The engine keeps an address between its opcode and the next one. */
export function startOfInstruction(code: FunctionCode, pc: number): number {
  let low = 0;
  let high = code.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((code.starts[middle] ?? 0) < pc) low = middle + 1;
    else high = middle;
  }
  return code.starts[low - 1] ?? 0;
}

export function opcodeAt(code: FunctionCode, pc: number): string {
  return OPCODES[code.bytes[startOfInstruction(code, pc)] ?? 0]?.name ?? "";
}

/** How an operand at an address of the code names something. */
interface Names {
  atom(at: number): string;
  local(at: number): string;
  closure(at: number): string;
}

function decode(bytes: Uint8Array, names: Names): Pick<FunctionCode, "starts" | "instructions"> {
  const starts: number[] = [];
  const instructions: Instruction[] = [];
  for (let pc = 0; pc < bytes.length; ) {
    const opcode = OPCODES[bytes[pc] ?? 0];
    if (opcode === undefined || opcode.name === "invalid") throw new RangeError(`function-code: ${bytes[pc]} at ${pc} is no instruction`);
    starts.push(pc);
    const key = keyOf(opcode.name, bytes, pc, names);
    if (key !== "") instructions.push({ pc, key });
    pc += opcode.size;
  }
  return { starts, instructions };
}

/** Instructions with one meaning in the program's text have one key. */
const KEYS: Readonly<Record<string, string>> = {
  get_length: "get length",
  get_array_el: "get[]",
  get_array_el2: "get[]",
  put_array_el: "put[]",
  get_super_value: "get super",
  put_super_value: "put super",
  get_private_field: "get#",
  check_brand: "get#",
  put_private_field: "put#",
  private_in: "in#",
  apply: "apply",
  eval: "eval",
  throw: "throw",
  await: "await",
  yield: "yield",
  yield_star: "yield*",
  async_yield_star: "yield*",
  for_of_start: "for of",
  for_await_of_start: "for await",
  for_of_next: "next",
  for_in_start: "for in",
  append: "spread",
  to_object: "destructure",
  copy_data_properties: "copy",
  to_propkey2: "key",
  define_class: "class",
  define_class_computed: "class",
  import: "import",
  delete: "delete",
  instanceof: "instanceof",
  in: "in",
  add: "+",
  add_loc: "+",
  sub: "-",
  mul: "*",
  div: "/",
  mod: "%",
  pow: "**",
  shl: "<<",
  sar: ">>",
  shr: ">>>",
  and: "&",
  or: "|",
  xor: "^",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
  neg: "neg",
  plus: "plus",
  not: "~",
  inc: "++",
  post_inc: "++",
  inc_loc: "++",
  dec: "--",
  post_dec: "--",
  dec_loc: "--",
  init_ctor: "super",
};

function keyOf(name: string, bytes: Uint8Array, pc: number, names: Names): string {
  const fixed = KEYS[name];
  if (fixed !== undefined) return fixed;
  switch (name) {
    case "get_field":
    case "get_field2":
      return `get ${names.atom(pc + 1)}`;
    case "put_field":
      return `put ${names.atom(pc + 1)}`;
    case "call_constructor":
      return `new ${argumentCount(bytes, pc)}`;
    case "call_method":
    case "tail_call_method":
      return `method ${argumentCount(bytes, pc)}`;
    case "get_var":
    case "get_var_undef":
      return `name ${names.atom(pc + 1)}`;
    case "get_loc_check":
      return `name ${names.local(pc + 1)}`;
    case "get_var_ref_check":
      return `name ${names.closure(pc + 1)}`;
    case "put_var":
    case "throw_error":
      return `assign ${names.atom(pc + 1)}`;
    case "put_loc_check":
      return `assign ${names.local(pc + 1)}`;
    case "put_var_ref_check":
      return `assign ${names.closure(pc + 1)}`;
    default:
      return name.startsWith("call") || name === "tail_call" ? `call ${argumentCount(bytes, pc)}` : "";
  }
}

const half = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const word = (bytes: Uint8Array, at: number) => (half(bytes, at) | (half(bytes, at + 2) << 16)) >>> 0;
