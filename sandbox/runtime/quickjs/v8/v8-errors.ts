/**
 * Errors as V8 words them. The guest's hook hands over what the engine says of an error while it is being made; the answer is
 * V8's message and V8's frames.
 */
import { BuiltinNames } from "./builtin-names.ts";
import { calledName, type NamedCall } from "./frame-text.ts";
import { readFrames } from "./frames.ts";
import { FunctionCodes } from "./function-code.ts";
import { GuestMemory } from "./guest-memory.ts";
import { GuestValues } from "./guest-values.ts";
import { inferredName } from "./inferred-name.ts";
import { isSynthetic } from "./module-links.ts";
import type { Loader, NodeError } from "./node-syntax-errors.ts";
import { substitutionOf } from "./operation-positions.ts";
import { BAD_RETURN, CLASS_CALLED, type RawError, type Sources } from "./raw-error.ts";
import { callOf, hasMethod } from "./receivers.ts";
import { isOurs, positionOf, type ResolvedFrame, resolveFrames } from "./resolved-frame.ts";
import type { V8Words } from "./words.ts";

export interface V8Error {
  readonly message: string;
  /** What Node puts into the stack before the error's own first line: lines that show where a file cannot be read. Else "". */
  readonly before: string;
  /** Each like `handler (file:///var/task/index.mjs:3:9)`, without the leading "    at ". */
  readonly frames: readonly string[];
}

const ALL_REJECTED = "All promises were rejected";

export class V8Errors {
  readonly #guest: GuestMemory;
  readonly #codes: FunctionCodes;
  readonly #values: GuestValues;
  readonly #names: BuiltinNames;
  readonly #sources: Sources;
  readonly #words: V8Words;

  /**
   * @param memory The engine's.
   * @param aFunction The address (`engine.identity`) of any function of the guest that is written in JavaScript.
   */
  constructor(memory: WebAssembly.Memory, aFunction: number, sources: Sources, words: V8Words) {
    this.#guest = new GuestMemory(memory, aFunction);
    this.#codes = new FunctionCodes(this.#guest);
    this.#values = new GuestValues(this.#guest, (bytecode) => this.#codes.at(bytecode).text);
    this.#names = new BuiltinNames(this.#guest, this.#values);
    this.#sources = sources;
    this.#words = words;
  }

  /** To be called from within the guest's `Error.prepareStackTrace`, while the frames are there. */
  describe(raw: RawError): V8Error {
    this.#guest.refresh();
    const { frames, place, maker } = resolveFrames(raw.frames, readFrames(this.#guest, this.#codes), this.#sources);
    const makerName = maker === undefined ? "" : this.#values.functionName(maker.function);
    const visibles = visible(frames, maker === undefined ? "engine" : makerName, raw.message);
    const shown = visibles.filter((index) => !this.#isSynthetic(frames[index]));
    const texts = shown.flatMap((index) => [this.#frameText(frames, index), ...this.#resumption(frames, index)]);
    const limit = this.#guest.stackTraceLimit ?? texts.length;
    const below = { frames: texts, isImport: shown.length < visibles.length };
    const ofNode = maker === undefined ? this.#notLoaded(raw, place?.file, below) : undefined;
    if (ofNode !== undefined) return { ...ofNode, frames: ofNode.frames.slice(0, limit) };
    // Promise.any made it.
    if (raw.name === "AggregateError" && raw.message === "" && makerName !== raw.name)
      return { message: ALL_REJECTED, before: "", frames: [] };
    const message = maker === undefined ? this.#engineMessage(raw, frames) : raw.message;
    return { message, before: "", frames: texts.slice(0, limit) };
  }

  /** Of a file that the engine cannot read, or cannot link to another one. */
  #notLoaded(raw: RawError, file: string | undefined, below: Loader): NodeError | undefined {
    if (raw.message.startsWith(UNLINKED)) return this.#words.syntax().unlinked(raw, this.#guest, this.#sources);
    const text = file === undefined ? undefined : this.#sources.source(file);
    if (file === undefined || text === undefined) return undefined;
    return this.#words.syntax().unreadable({ file, text }, raw.message, below);
  }

  #engineMessage(raw: RawError, frames: readonly ResolvedFrame[]): string {
    // The engine makes none that is only an Error: it is one of our own code, whose frames are not to be seen.
    if (raw.name === "Error") return raw.message;
    const { engineMessage } = this.#words.messages();
    const inside = { guest: this.#guest, values: this.#values, names: this.#names };
    return this.#safely(() => engineMessage(raw, frames, inside), raw.message);
  }

  #isSynthetic(frame: ResolvedFrame | undefined): boolean {
    const code = frame?.frame?.code;
    return code !== undefined && code.text === "" && code.file.startsWith("file:") && isSynthetic(this.#guest, code.file);
  }

  /** An instruction that fails may have freed what it worked with: then what is read is not what was there. */
  #safely(tell: () => string, otherwise: string): string {
    try {
      return tell();
    } catch (error) {
      if (error instanceof RangeError) return otherwise;
      throw error;
    }
  }

  #frameText(resolved: readonly ResolvedFrame[], index: number): string {
    const { raw, program, routine } = resolved[index] as ResolvedFrame;
    const location = raw.native ? "<anonymous>" : this.#location(resolved, index);
    if (routine?.kind === "file") return program?.commonJs ? `Object.<anonymous> (${location})` : location;
    const name = this.#safely(() => this.#called(resolved, index), raw.functionName);
    return name === "" ? location : `${name} (${location})`;
  }

  /** V8 shows the `next` that resumed a generator also where a loop called it. */
  #resumption(resolved: readonly ResolvedFrame[], index: number): string[] {
    const frame = resolved[index] as ResolvedFrame;
    const below = resolved[index + 1];
    if (!isGenerator(frame) || below === undefined || below.raw.native) return [];
    const { operation } = below;
    if (operation === undefined || /^(call|method|new|apply)/.test(operation.key)) return [];
    return [`${this.#generatorName(resolved, index)}.next (<anonymous>)`];
  }

  /** V8 names a generator's objects by their function, and one without a name by what it is kept in. */
  #generatorName(resolved: readonly ResolvedFrame[], index: number): string {
    const { raw, program, routine } = resolved[index] as ResolvedFrame;
    if (/^[\p{ID_Continue}$]+$/u.test(raw.functionName)) return raw.functionName;
    return program && routine ? inferredName(program, routine).replace(/\.<computed>$/, "") : "";
  }

  #location(resolved: readonly ResolvedFrame[], index: number): string {
    const frame = resolved[index] as ResolvedFrame;
    const { line, column } = positionOf(frame, this.#part(frame, resolved[index - 1], resolved[index - 2]));
    return `${frame.raw.file}:${line}:${column}`;
  }

  /** Which value of a template could not be made a string: `above` is the engine's `concat`, `converter` what that called. */
  #part({ operation }: ResolvedFrame, above: ResolvedFrame | undefined, converter: ResolvedFrame | undefined): number {
    const node = operation?.node;
    if (node?.type !== "TemplateLiteral" || above?.frame === undefined) return 0;
    for (let index = 0; ; index += 1) {
      const value = above.frame.argument(index);
      if (value === undefined) return 0;
      const type = this.#guest.typeOf(value);
      const called =
        converter?.frame && this.#guest.object(value) !== 0 && hasMethod(this.#guest, this.#guest.object(value), converter.frame.function);
      if (type === "symbol" || called || (converter === undefined && type === "object")) return substitutionOf(node, index);
    }
  }

  /** `Foo.bar`, `new Foo`, `Array.map`. */
  #called(resolved: readonly ResolvedFrame[], index: number): string {
    const { frame, raw, program, routine } = resolved[index] as ResolvedFrame;
    if (frame === undefined) return raw.functionName;
    const inferred = program && routine ? inferredName(program, routine) : "";
    const name = routine?.kind === "fields" || routine?.kind === "static block" ? inferred : raw.functionName || inferred;
    const caller = resolved[index + 1];
    const how = callOf(frame, (resolved[index] as ResolvedFrame).caller, caller?.raw.functionName ?? "", this.#guest);
    if (raw.native && isGenerator(resolved[index - 1]) && GENERATOR_METHODS.has(raw.functionName))
      return `${this.#generatorName(resolved, index - 1)}.${raw.functionName}`;
    if (raw.native && !how.construct) {
      const full = this.#names.of(frame.function);
      if (/^(JSON|Math|Reflect|Atomics)\.|^DataView\.prototype\./.test(full)) return full;
    }
    const call: NamedCall = {
      function: frame.function,
      name,
      receiver: how.receiver,
      construct: how.construct || routine?.kind === "constructor",
    };
    return calledName(call, this.#guest, this.#values);
  }
}

/** How the engine's message for an import of what is not exported begins. */
const UNLINKED = "Could not find export '";

/** Constructors that V8 leaves out of their own errors' stacks. */
const UNSHOWN = new Set(["Array", "Proxy"]);

/** The frames that V8 shows, by their index. */
function visible(resolved: readonly ResolvedFrame[], maker: string, message: string): number[] {
  let first = 0;
  // An error's own constructors are left out: V8 skips until the function that `new` called.
  if (maker !== "engine" && maker !== "captureStackTrace") while (isSuperCall(resolved[first])) first += 1;
  // V8 refuses before a class is entered, and after it was left.
  if (maker === "engine" && (message === CLASS_CALLED || message === BAD_RETURN)) first += 1;
  const shown: number[] = [];
  for (let index = first; index < resolved.length; index += 1) {
    const { raw, routine, caller } = resolved[index] as ResolvedFrame;
    // What our own code calls is no more to be seen than our own code.
    if (raw.native && isOurs(caller)) continue;
    if (raw.native && isHidden(raw.functionName, resolved[index + 1], index === 0)) continue;
    // Static blocks are part of the static initializer.
    if (routine?.kind === "fields" && resolved[index - 1]?.routine?.kind === "static block") continue;
    shown.push(index);
  }
  return shown;
}

function isHidden(name: string, caller: ResolvedFrame | undefined, top: boolean): boolean {
  if (name === "" || hidesItself(name) || isTemplate(caller)) return true;
  if (top && UNSHOWN.has(name)) return true;
  // String.prototype.match and its like make a regular expression of a string.
  return name === "RegExp" && caller?.raw.native === true;
}

/** Built-in functions that V8 leaves out of stacks. */
function hidesItself(name: string): boolean {
  return HIDDEN.has(name) || (name.startsWith("[Symbol.") && name !== "[Symbol.hasInstance]");
}

const HIDDEN = new Set(["call", "apply", "construct"]);

/** A template is compiled to a call of `concat`. */
function isTemplate(caller: ResolvedFrame | undefined): boolean {
  return caller?.operation?.node.type === "TemplateLiteral";
}

const GENERATOR_METHODS = new Set(["next", "return", "throw"]);

function isGenerator(frame: ResolvedFrame | undefined): boolean {
  const { routine } = frame ?? {};
  return routine?.kind === "function" && "generator" in routine.node && routine.node.generator === true;
}

function isSuperCall(frame: ResolvedFrame | undefined): boolean {
  const node = frame?.operation?.node;
  return frame?.operation?.key === "super" || (node?.type === "CallExpression" && node.callee.type === "Super");
}
