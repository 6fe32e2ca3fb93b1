import type { PartsAtHand } from "../../parts.ts";
import type { Codec, CodecName } from "./codec.ts";

/** What a process is made of besides the engine: parts that the edge has at hand, or loads when a run says that it needs them. */
export interface Library {
  /** The text of a part of the guest's side, such as "boot" or "util"; throws Needs where it is not loaded yet. */
  source(id: string): string;
  /** Host-side work of a built-in; throws Needs where it is not loaded yet. */
  codec(name: CodecName): Codec;
  /** Host-side work that only some runs need; throws Needs where it is not loaded yet. */
  readonly part: PartsAtHand;
}

/**
 * What a part loads as soon as it is evaluated, written before its text when it is built: so that an edge to which each part
 * comes over a network fetches them at once, and not one after the other.
 */
export const withCompanions = (text: string, companions: readonly string[]) =>
  companions.length === 0 ? text : `/*with ${companions.join(" ")}*/${text}`;

export const companionsOf = (text: string): readonly string[] => /^\/\*with ([^*]+)\*\//.exec(text)?.[1]?.split(" ") ?? [];
