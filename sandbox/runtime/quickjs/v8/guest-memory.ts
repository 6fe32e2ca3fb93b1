/**
 * Reads the engine's structures in its linear memory. Nothing is written and no guest code runs, so that what an error says
 * can be found out in the middle of throwing it.
 *
 * Offsets are those of quickjs-ng 0.12.1 as its package compiles it (32-bit pointers, NaN boxing, ENABLE_DUMPS):
 * JSRuntime, JSContext, JSObject, JSShape, JSString, JSFunctionBytecode and JSStackFrame in quickjs.c. The differential tests
 * fail where an update of the package moves them.
 */

/** Address of a structure. */
export type Pointer = number;

/** A JSValue: 64 bits, the upper word is the tag unless the value is a double. */
export interface GuestValue {
  readonly low: number;
  readonly high: number;
}

const OBJECT = { flags: 5, class: 6, shape: 16, properties: 20, payload: 32 } as const;
const SHAPE = { propertyCount: 32, proto: 44, entries: 48 } as const;
const STRING = { length: 4, kind: 8, characters: 28 } as const;
const RUNTIME = { atoms: 60, atomCount: 48, currentFrame: 156 } as const;
const CONTEXT = { runtime: 16, prepareStackTrace: 184, stackTraceLimit: 192, globalObject: 256, loadedModules: 292 } as const;
const ARRAY = { values: 4, count: 8 } as const;
const BYTECODE = { realm: 56 } as const;

const TAG = { bigInt: -9, symbol: -8, string: -7, rope: -6, object: -1, int: 0, bool: 1, null: 2, undefined: 3, shortBigInt: 7 } as const;
/** quickjs.h: JS_FLOAT64_TAG_ADDEND, added to a double's upper word. */
const DOUBLE_ADDEND = 0x7ff80000 + 9 + 1;
const ATOM_IS_INDEX = 0x80000000;
const PROPERTY = { value: 0, accessors: 1, variable: 2 } as const;
const ENUMERABLE = 4;
/** JSObject.is_constructor, the fifth bit after extensible, free_mark, is_exotic and fast_array. */
const CONSTRUCTOR = 1 << 4;
const FAST_ARRAY = 1 << 3;
const ARRAY_CLASS = 2;
const MOST_PROPERTIES = 1 << 20;
/** JSVarRef.pvalue. */
const VARIABLE_VALUE = 16;
const ROPE = { length: 4, left: 16, right: 24 } as const;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

export interface OwnProperty {
  readonly atom: number;
  readonly enumerable: boolean;
  /** Undefined for accessors and for built-ins that do not exist yet. */
  readonly value: GuestValue | undefined;
  /** Getter and setter; 0 for none. */
  readonly accessors: readonly Pointer[];
}

export class GuestMemory {
  readonly #memory: WebAssembly.Memory;
  readonly #runtime: Pointer;
  readonly #context: Pointer;
  #view: DataView;
  #bytes: Uint8Array;
  readonly #atoms = new Map<string, number>();

  /** `aFunction`: the address of any function of the guest, from which runtime and context are found. */
  constructor(memory: WebAssembly.Memory, aFunction: Pointer) {
    this.#memory = memory;
    this.#view = new DataView(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
    const bytecode = this.u32(aFunction + OBJECT.payload);
    this.#context = this.u32(bytecode + BYTECODE.realm);
    this.#runtime = this.u32(this.#context + CONTEXT.runtime);
  }

  /** To be called before anything is read after the guest has run: growing the memory detaches what a view was made of. */
  refresh(): void {
    const { buffer } = this.#memory;
    if (this.#view.buffer === buffer) return;
    this.#view = new DataView(buffer);
    this.#bytes = new Uint8Array(buffer);
  }

  u8(at: Pointer): number {
    return this.#view.getUint8(at);
  }

  u16(at: Pointer): number {
    return this.#view.getUint16(at, true);
  }

  u32(at: Pointer): number {
    return this.#view.getUint32(at, true);
  }

  value(at: Pointer): GuestValue {
    return { low: this.#view.getUint32(at, true), high: this.#view.getInt32(at + 4, true) };
  }

  /** A copy. */
  bytes(at: Pointer, length: number): Uint8Array {
    return this.#bytes.slice(at, at + length);
  }

  utf8(at: Pointer, length: number): string {
    return utf8.decode(this.#bytes.subarray(at, at + length));
  }

  /** The innermost JSStackFrame; 0 where nothing runs. */
  get currentFrame(): Pointer {
    return this.u32(this.#runtime + RUNTIME.currentFrame);
  }

  /** The function that the engine calls to format a stack. */
  get stackFormatter(): Pointer {
    return this.u32(this.#context + CONTEXT.prepareStackTrace);
  }

  /** Error.stackTraceLimit, where that is a number. */
  get stackTraceLimit(): number | undefined {
    const limit = this.value(this.#context + CONTEXT.stackTraceLimit);
    return this.typeOf(limit) === "number" ? this.number(limit) : undefined;
  }

  get globalObject(): Pointer {
    return this.u32(this.#context + CONTEXT.globalObject);
  }

  /** The list of modules. */
  get loadedModules(): Pointer {
    return this.#context + CONTEXT.loadedModules;
  }

  classOf(object: Pointer): number {
    return this.u16(object + OBJECT.class);
  }

  isConstructor(object: Pointer): boolean {
    return (this.u8(object + OBJECT.flags) & CONSTRUCTOR) !== 0;
  }

  /** What an object holds besides its properties: a function's bytecode, an array's elements, … */
  payload(object: Pointer): Pointer {
    return object + OBJECT.payload;
  }

  prototypeOf(object: Pointer): Pointer {
    return this.u32(this.u32(object + OBJECT.shape) + SHAPE.proto);
  }

  atom(atom: number): string {
    if (atom >= ATOM_IS_INDEX) return String(atom - ATOM_IS_INDEX);
    if (atom >= this.u32(this.#runtime + RUNTIME.atomCount)) return "";
    return this.#string(this.u32(this.u32(this.#runtime + RUNTIME.atoms) + atom * 4));
  }

  /** The elements of an array that has no holes and no other peculiarities. */
  elements(object: Pointer): GuestValue[] {
    if (this.classOf(object) !== ARRAY_CLASS || (this.u8(object + OBJECT.flags) & FAST_ARRAY) === 0) return [];
    const values = this.u32(this.payload(object) + ARRAY.values);
    const count = this.u32(this.payload(object) + ARRAY.count);
    if (values + count * 8 > this.#bytes.length) throw new RangeError("guest-memory: what was an array has been freed");
    return Array.from({ length: count }, (_, index) => this.value(values + index * 8));
  }

  /** The value of an own data property. Names are looked up among the engine's predefined atoms; symbols as `Symbol.iterator`. */
  ownProperty(object: Pointer, name: string): GuestValue | undefined {
    const wanted = this.#predefinedAtom(name);
    const shape = this.u32(object + OBJECT.shape);
    const count = this.#propertyCount(shape);
    for (let index = 0; index < count; index += 1) {
      if (this.u32(shape + SHAPE.entries + index * 8 + 4) === wanted) return this.#property(object, shape, index).value;
    }
    return undefined;
  }

  /** Whether one of an object's own properties has this object as its value. */
  holds(object: Pointer, value: Pointer): boolean {
    const count = this.#propertyCount(this.u32(object + OBJECT.shape));
    const properties = this.u32(object + OBJECT.properties);
    for (let at = properties; at < properties + count * 8; at += 8) {
      if (this.u32(at) === value && this.#view.getInt32(at + 4, true) === TAG.object) return true;
    }
    return false;
  }

  /** Own properties that exist already: built-in methods that nobody has touched do not. */
  *ownProperties(object: Pointer): Generator<OwnProperty> {
    const shape = this.u32(object + OBJECT.shape);
    const count = this.#propertyCount(shape);
    for (let index = 0; index < count; index += 1) {
      const property = this.#property(object, shape, index);
      if (property.atom !== 0) yield property;
    }
  }

  #propertyCount(shape: Pointer): number {
    const count = this.u32(shape + SHAPE.propertyCount);
    if (count > MOST_PROPERTIES) throw new RangeError("guest-memory: what was an object has been freed");
    return count;
  }

  #property(object: Pointer, shape: Pointer, index: number): OwnProperty {
    const entry = shape + SHAPE.entries + index * 8;
    const flags = this.u32(entry) >>> 26;
    const at = this.u32(object + OBJECT.properties) + index * 8;
    const common = { atom: this.u32(entry + 4), enumerable: (flags & ENUMERABLE) !== 0 };
    switch (flags >> 4) {
      case PROPERTY.value:
        return { ...common, value: this.value(at), accessors: [] };
      case PROPERTY.accessors:
        return { ...common, value: undefined, accessors: [this.u32(at), this.u32(at + 4)] };
      case PROPERTY.variable:
        return { ...common, value: this.value(this.u32(this.u32(at) + VARIABLE_VALUE)), accessors: [] };
      default:
        return { ...common, value: undefined, accessors: [] };
    }
  }

  /** The address of an object; 0 for any other value. */
  object(value: GuestValue): Pointer {
    return value.high === TAG.object ? value.low : 0;
  }

  typeOf(value: GuestValue): "undefined" | "null" | "boolean" | "number" | "bigint" | "string" | "symbol" | "object" | "internal" {
    switch (value.high) {
      case TAG.undefined:
        return "undefined";
      case TAG.null:
        return "null";
      case TAG.bool:
        return "boolean";
      case TAG.int:
        return "number";
      case TAG.string:
      case TAG.rope:
        return "string";
      case TAG.symbol:
        return "symbol";
      case TAG.bigInt:
      case TAG.shortBigInt:
        return "bigint";
      case TAG.object:
        return "object";
      default:
        return value.high > TAG.shortBigInt || value.high < TAG.bigInt ? "number" : "internal";
    }
  }

  number(value: GuestValue): number {
    if (value.high === TAG.int) return value.low | 0;
    const bits = new DataView(new ArrayBuffer(8));
    bits.setUint32(0, (value.high + DOUBLE_ADDEND) >>> 0);
    bits.setUint32(4, value.low);
    return bits.getFloat64(0);
  }

  string(value: GuestValue): string {
    if (value.high !== TAG.rope) return this.#string(value.low);
    return this.string(this.value(value.low + ROPE.left)) + this.string(this.value(value.low + ROPE.right));
  }

  /** A symbol's description. */
  description(value: GuestValue): string {
    return this.#string(value.low);
  }

  shortBigInt(value: GuestValue): number | undefined {
    return value.high === TAG.shortBigInt ? value.low | 0 : undefined;
  }

  #string(string: Pointer): string {
    const word = this.u32(string + STRING.length);
    const wide = word >>> 31 === 1;
    const bytes = (word & 0x7fffffff) << (wide ? 1 : 0);
    const start = this.#characters(string);
    const characters = this.#bytes.subarray(start, start + bytes);
    return wide ? utf16.decode(characters) : latin1(characters);
  }

  #characters(string: Pointer): Pointer {
    const own = string + STRING.characters;
    switch ((this.u32(string + STRING.kind) >>> 28) & 3) {
      case 1:
        return this.u32(own) + STRING.characters + this.u32(own + 4);
      case 2:
        return this.u32(own);
      default:
        return own;
    }
  }

  #predefinedAtom(name: string): number {
    const known = this.#atoms.get(name);
    if (known !== undefined) return known;
    const count = Math.min(400, this.u32(this.#runtime + RUNTIME.atomCount));
    for (let atom = 1; atom < count; atom += 1) {
      if (this.atom(atom) !== name) continue;
      this.#atoms.set(name, atom);
      return atom;
    }
    throw new Error(`guest-memory: "${name}" is no predefined atom of the engine`);
  }
}

/** As many arguments as a call can surely have. */
const CHUNK = 4096;

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}
