/**
 * Errors as V8 words them. The guest's hook hands over what the engine says of an error while it is being made; the answer is
 * V8's message and V8's frames.
 */
import { builtinMessage, hidesItself } from "./builtin-messages.ts";
import { BuiltinNames } from "./builtin-names.ts";
import { calledName, type NamedCall } from "./frame-text.ts";
import { type Frame, readFrames } from "./frames.ts";
import { FunctionCodes } from "./function-code.ts";
import { FIXED, generalMessage } from "./general-messages.ts";
import { GuestMemory } from "./guest-memory.ts";
import { GuestValues } from "./guest-values.ts";
import { inferredName } from "./inferred-name.ts";
import { isSynthetic } from "./module-links.ts";
import { unlinked, unreadable } from "./node-syntax-errors.ts";
import { operationMessage } from "./operation-messages.ts";
import { substitutionOf } from "./operation-positions.ts";
import type { RawError, Sources } from "./raw-error.ts";
import { callOf, hasMethod } from "./receivers.ts";
import type { Refusal } from "./refusal.ts";
import { isOurs, positionOf, type ResolvedFrame, resolveFrames } from "./resolved-frame.ts";

export interface V8Error {
  readonly message: string;
  /** What Node puts into the stack before the error's own first line: lines that show where a file cannot be read. Else "". */
  readonly before: string;
  /** Each like `handler (file:///var/task/index.mjs:3:9)`, without the leading "    at ". */
  readonly frames: readonly string[];
}

const CLASS_CALLED = "class constructors must be invoked with 'new'";
const ALL_REJECTED = "All promises were rejected";
const BAD_RETURN = "derived class constructor must return an object or undefined";

export class V8Errors {
  readonly #guest: GuestMemory;
  readonly #codes: FunctionCodes;
  readonly #values: GuestValues;
  readonly #names: BuiltinNames;
  readonly #sources: Sources;

  /**
   * @param memory The engine's.
   * @param aFunction The address (`engine.identity`) of any function of the guest that is written in JavaScript.
   */
  constructor(memory: WebAssembly.Memory, aFunction: number, sources: Sources) {
    this.#guest = new GuestMemory(memory, aFunction);
    this.#codes = new FunctionCodes(this.#guest);
    this.#values = new GuestValues(this.#guest, (bytecode) => this.#codes.at(bytecode).text);
    this.#names = new BuiltinNames(this.#guest, this.#values);
    this.#sources = sources;
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
    if (maker === undefined) {
      const below = { frames: texts, isImport: shown.length < visibles.length };
      const ofNode = unlinked(raw, this.#guest, this.#sources) ?? (place && unreadable(place.file, raw.message, this.#sources, below));
      if (ofNode !== undefined) return { ...ofNode, frames: ofNode.frames.slice(0, limit) };
    }
    // Promise.any made it.
    if (raw.name === "AggregateError" && raw.message === "" && makerName !== raw.name)
      return { message: ALL_REJECTED, before: "", frames: [] };
    const message = maker === undefined ? this.#safely(() => this.#message(raw, frames), raw.message) : raw.message;
    return { message, before: "", frames: texts.slice(0, limit) };
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

  #message(raw: RawError, resolved: readonly ResolvedFrame[]): string {
    const top = resolved[0];
    if (top === undefined) return FIXED[raw.message] ?? raw.message;
    const { frame, program, routine, operation } = top;
    const context = { guest: this.#guest, values: this.#values, message: raw.message };
    if (top.raw.native && frame !== undefined) return builtinMessage(this.#refusal(raw, resolved)) ?? raw.message;
    if (frame !== undefined && raw.message === CLASS_CALLED)
      return `Class constructor ${this.#values.functionName(frame.function)} cannot be invoked without 'new'`;
    if (raw.message === BAD_RETURN) return "Derived constructors may only return object or undefined";
    if (frame === undefined || program === undefined || routine === undefined || operation === undefined) {
      return generalMessage(raw.message) ?? raw.message;
    }
    return operationMessage({ ...context, frame, program, routine, operation }) ?? raw.message;
  }

  #refusal(raw: RawError, resolved: readonly ResolvedFrame[]): Refusal {
    const { frame, caller, raw: site } = resolved[0] as ResolvedFrame & { readonly frame: Frame };
    const below = resolved[1];
    const how = callOf(frame, caller, below?.raw.functionName ?? "", this.#guest);
    return {
      message: raw.message,
      errorName: raw.name,
      name: this.#names.of(frame.function) || site.functionName,
      frame,
      receiver: how.receiver,
      call: below?.operation?.node,
      caller,
      guest: this.#guest,
      values: this.#values,
    };
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
