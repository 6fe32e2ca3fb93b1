/** A package that the code asks for and the function has not, though a layer of the catalogue brings it. */
import { type CatalogueLayer, layerWith } from "../../sandbox/lambda/layer-catalogue.ts";
import type { Answer } from "./answers.ts";

export interface MissingLayer {
  readonly specifier: string;
  readonly layer: CatalogueLayer;
}

/** Node's words for both kinds of modules. A path is no package. */
const NOT_FOUND = /Cannot find (?:package|module) '((?:@[\w.-]+\/)?[\w-][^'\s]*)'/;

/** `attached`: names, or ARNs, of the layers that the function has. */
export function missingLayer(
  { outcome, payload }: Pick<Answer, "outcome" | "payload">,
  attached: readonly string[],
): MissingLayer | undefined {
  const specifier = outcome === "error" ? NOT_FOUND.exec(payload)?.[1] : undefined;
  const layer = specifier === undefined ? undefined : layerWith(specifier);
  if (specifier === undefined || layer === undefined) return undefined;
  return attached.some((name) => name.split(":").includes(layer)) ? undefined : { specifier, layer };
}
