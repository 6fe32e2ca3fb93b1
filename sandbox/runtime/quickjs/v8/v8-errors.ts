/**
 * Errors as V8 words them. The guest's hook hands over what the engine says of an error while it is being made; the answer is
 * V8's message and V8's frames.
 */
import { builtinMessage, hidesItself } from "./builtin-messages.ts";
import { calledName, type NamedCall } from "./frame-text.ts";
import { readFrames } from "./frames.ts";
import { FunctionCodes } from "./function-code.ts";
import { GuestMemory } from "./guest-memory.ts";
import { GuestValues } from "./guest-values.ts";
import { inferredName } from "./inferred-name.ts";
import { operationMessage } from "./operation-messages.ts";
import type { RawError, Sources } from "./raw-error.ts";
import { callOf } from "./receivers.ts";
import { positionOf, type ResolvedFrame, resolveFrames } from "./resolved-frame.ts";

export interface V8Error {
  readonly message: string;
  /** Each like `handler (file:///var/task/index.mjs:3:9)`, without the leading "    at ". */
  readonly frames: readonly string[];
}

export class V8Errors {
  readonly #guest: GuestMemory;
  readonly #codes: FunctionCodes;
  readonly #values: GuestValues;
  readonly #sources: Sources;

  /**
   * @param memory The engine's.
   * @param aFunction The address (`engine.identity`) of any function of the guest that is written in JavaScript.
   */
  constructor(memory: WebAssembly.Memory, aFunction: number, sources: Sources) {
    this.#guest = new GuestMemory(memory, aFunction);
    this.#codes = new FunctionCodes(this.#guest);
    this.#values = new GuestValues(this.#guest, (bytecode) => this.#codes.at(bytecode).text);
    this.#sources = sources;
  }

  /** To be called from within the guest's `Error.prepareStackTrace`, while the frames are there. */
  describe(raw: RawError): V8Error {
    const frames = readFrames(this.#guest, this.#codes);
    const { resolved, above } = resolveFrames(raw.frames, frames, this.#sources);
    const maker = above < 0 ? undefined : frames[above];
    const shown = visible(resolved, maker === undefined ? "engine" : this.#values.functionName(maker.function), raw.message);
    return {
      message: maker === undefined ? this.#message(raw, resolved) : raw.message,
      frames: shown.map((index) => this.#frameText(resolved, index)),
    };
  }

  #message(raw: RawError, resolved: readonly ResolvedFrame[]): string {
    const top = resolved[0];
    if (top === undefined) return raw.message;
    const { frame, program, routine, operation } = top;
    const context = { guest: this.#guest, values: this.#values, message: raw.message };
    if (top.raw.native) return builtinMessage({ ...context, top, caller: resolved[1], called: this.#called(resolved, 0) }) ?? raw.message;
    if (frame === undefined || program === undefined || routine === undefined || operation === undefined) {
      return raw.message;
    }
    return operationMessage({ ...context, frame, program, routine, operation }) ?? raw.message;
  }

  #frameText(resolved: readonly ResolvedFrame[], index: number): string {
    const { raw, program, routine } = resolved[index] as ResolvedFrame;
    const location = raw.native ? "<anonymous>" : this.#location(resolved[index] as ResolvedFrame);
    if (routine?.kind === "file") return program?.commonJs ? `Object.<anonymous> (${location})` : location;
    const name = this.#called(resolved, index);
    return name === "" ? location : `${name} (${location})`;
  }

  #location(frame: ResolvedFrame): string {
    const { line, column } = positionOf(frame);
    return `${frame.raw.file}:${line}:${column}`;
  }

  /** `Foo.bar`, `new Foo`, `Array.map`. */
  #called(resolved: readonly ResolvedFrame[], index: number): string {
    const { frame, raw, program, routine } = resolved[index] as ResolvedFrame;
    if (frame === undefined) return raw.functionName;
    const inferred = program && routine ? inferredName(program, routine) : "";
    const name = routine?.kind === "fields" || routine?.kind === "static block" ? inferred : raw.functionName || inferred;
    const caller = resolved[index + 1];
    const how = callOf(frame, (resolved[index] as ResolvedFrame).caller, caller?.raw.functionName ?? "");
    const call: NamedCall = { function: frame.function, name, receiver: how.receiver, construct: how.construct || routine?.kind === "constructor" };
    return calledName(call, this.#guest, this.#values);
  }
}

/** The frames that V8 shows, by their index. */
function visible(resolved: readonly ResolvedFrame[], maker: string, message: string): number[] {
  let first = 0;
  // An error's own constructors are left out: V8 skips until the function that `new` called.
  if (maker !== "engine" && maker !== "captureStackTrace") while (isSuperCall(resolved[first])) first += 1;
  // V8 refuses before the class is entered.
  if (maker === "engine" && message === "class constructors must be invoked with 'new'") first += 1;
  const shown: number[] = [];
  for (let index = first; index < resolved.length; index += 1) {
    const { raw, routine } = resolved[index] as ResolvedFrame;
    if (raw.native && hidesItself(raw.functionName)) continue;
    // Static blocks are part of the static initializer.
    if (routine?.kind === "fields" && resolved[index - 1]?.routine?.kind === "static block") continue;
    shown.push(index);
  }
  return shown;
}

function isSuperCall(frame: ResolvedFrame | undefined): boolean {
  const node = frame?.operation?.node;
  return frame?.operation?.key === "super" || (node?.type === "CallExpression" && node.callee.type === "Super");
}
