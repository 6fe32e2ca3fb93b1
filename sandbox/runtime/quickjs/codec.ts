/**
 * Work of Node's built-in modules that the host does for the guest: what an interpreter would take minutes for, such as
 * compression and signatures. A codec is a module of pure functions over bytes and text (codecs/), loaded when code first
 * imports the built-in that needs it. Nothing of the host may show through: no clock, no locale, no `crypto`.
 *
 *   guest:  binding.codec("compression", "inflate", bytes, …)  ──►  host: codecs/compression.ts  ──►  Uint8Array | string | number
 */
import type { Random } from "../../time/random.ts";
import type { HostError } from "./guest/host.ts";

/** Every codec is the file codecs/<name>.ts, which exports it as `codec`. */
export const CODECS = ["brotli", "cipher", "compression", "digest", "formatting", "keys", "typescript"] as const;

export type CodecName = (typeof CODECS)[number];

export type Codec = Readonly<Record<string, CodecFunction>>;

export type CodecFunction = (args: CodecArguments) => Uint8Array | string | number;

/** What the guest handed over after the codec's and the function's names; index 0 is the first of them. */
export interface CodecArguments {
  readonly length: number;
  /** "" where it is missing. */
  string(index: number): string;
  /** NaN where it is missing or no number. */
  number(index: number): number;
  /** A view of the guest's bytes, valid during the call only. Reading them is paid for; what is done with them is not. */
  bytes(index: number): Uint8Array;
  /** The same, not paid for: the codec's own state, which it may change, and places for what it makes. */
  memory(index: number): Uint8Array;
  /** Pays for work, in the engine's counts (about 4 ns each), before it is done: too much of it ends as an endless loop does. */
  spend(counts: number): void;
  /** Announces bytes that are about to be made, in all so far: too many end the process as out of memory does. */
  take(bytes: number): void;
  readonly random: Random;
}

/** A refusal that the guest sees as an error of its own: thrown by a codec function. */
export class CodecRefusal extends Error {
  override readonly name = "CodecRefusal";
  readonly error: HostError;
  constructor(error: HostError) {
    super(error.message);
    this.error = error;
  }
}

/** By its name: a codec that Node has required and a binding that a test runner has transformed do not share the class. */
export const isCodecRefusal = (thrown: unknown): thrown is CodecRefusal => thrown instanceof Error && thrown.name === "CodecRefusal";

/** What `Needs` calls a codec. */
export const codecId = (name: string) => `codec/${name}`;
