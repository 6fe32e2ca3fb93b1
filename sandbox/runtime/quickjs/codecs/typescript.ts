/** TypeScript's types out of a file's text: work of the module loader, loaded with the first TypeScript file. */
import type { Files } from "../../../scenario.ts";
import type { Codec } from "../codec.ts";
import { eraseTypes } from "../typescript/erase.ts";
import { buildPackage } from "../typescript/package-build.ts";

/** Reading a text with the types in it, and writing it down again: about half a microsecond a character. */
const COUNTS_PER_CHARACTER = 100;

export const codec: Codec = {
  /** JSON of `Erased`. */
  erase: (args) => {
    const text = args.string(0);
    args.spend(text.length * COUNTS_PER_CHARACTER);
    return JSON.stringify(eraseTypes(text, args.spend));
  },
  /** JSON of a deployment package's files → JSON of `Build`. A learner's own machine does this: it costs nothing here. */
  build: (args) => JSON.stringify(buildPackage(JSON.parse(args.string(0)) as Files)),
};
