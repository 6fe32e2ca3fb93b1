/** Every codec, for programs that are one script wherever they run. A test compares it with the list. */
import type { Codec, CodecName } from "../../sandbox/runtime/quickjs/codec.ts";
import { codec as brotli } from "../../sandbox/runtime/quickjs/codecs/brotli.ts";
import { codec as cipher } from "../../sandbox/runtime/quickjs/codecs/cipher.ts";
import { codec as compression } from "../../sandbox/runtime/quickjs/codecs/compression.ts";
import { codec as digest } from "../../sandbox/runtime/quickjs/codecs/digest.ts";
import { codec as formatting } from "../../sandbox/runtime/quickjs/codecs/formatting.ts";
import { codec as keys } from "../../sandbox/runtime/quickjs/codecs/keys.ts";
import { codec as typescript } from "../../sandbox/runtime/quickjs/codecs/typescript.ts";

export const ALL_CODECS: Readonly<Record<CodecName, Codec>> = { brotli, cipher, compression, digest, formatting, keys, typescript };
