/** Every codec, for programs that are one script wherever they run. A test compares it with the list. */
import type { Codec, CodecName } from "../../sandbox/runtime/quickjs/codec.ts";

export const ALL_CODECS: Readonly<Record<CodecName, Codec>> = {};
