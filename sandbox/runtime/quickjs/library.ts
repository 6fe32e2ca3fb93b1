import type { Codec, CodecName } from "./codec.ts";

/** What a process is made of besides the engine: parts that the edge has at hand, or loads when a run says that it needs them. */
export interface Library {
  /** The text of a part of the guest's side, such as "boot" or "util"; throws Needs where it is not loaded yet. */
  source(id: string): string;
  /** Host-side work of a built-in; throws Needs where it is not loaded yet. */
  codec(name: CodecName): Codec;
}
