/** Codec calls that the host makes itself: the module loader and the build, which have texts and no bytes of the guest's. */
import { seededRandom } from "../../time/random.ts";
import type { CodecArguments, CodecName } from "./codec.ts";
import type { Library } from "./library.ts";

/** What the work costs is announced here. */
export interface Costs {
  spend(counts: number): void;
  take(bytes: number): void;
}

export const FREE: Costs = { spend: () => undefined, take: () => undefined };

/** Hands the codec one text; what it answers is JSON. Throws Needs where the codec is not loaded yet. */
export function askCodec(library: Library, codec: CodecName, call: string, text: string, costs: Costs): unknown {
  const run = library.codec(codec)[call];
  if (run === undefined) throw new Error(`host-codec: the codec ${codec} has no ${call}`);
  const args: CodecArguments = {
    length: 1,
    string: () => text,
    number: () => Number.NaN,
    bytes: () => NO_BYTES,
    memory: () => NO_BYTES,
    spend: (counts) => costs.spend(counts),
    take: (bytes) => costs.take(bytes),
    random: seededRandom(0),
  };
  return JSON.parse(String(run(args)));
}

const NO_BYTES = new Uint8Array();
