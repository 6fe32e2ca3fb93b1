/** Layer versions, and how they come together under /opt (developer guide, "Managing Lambda dependencies with layers"). */
import type { Account, Files, LayerDefinition } from "../scenario.ts";
import { type CatalogueLayer, isCatalogueLayer, LAYER_CATALOGUE } from "./layer-catalogue.ts";
import { LAYERS, UNZIPPED_BYTES } from "./quotas.ts";

export interface LayerVersion {
  readonly arn: string;
  /** The ARN without the version. */
  readonly layerArn: string;
  readonly files: Files;
}

export function layerVersion({ LayerName, Version = 1, files }: LayerDefinition, account: Required<Account>): LayerVersion {
  const layerArn = `arn:aws:lambda:${account.Region}:${account.AccountId}:layer:${LayerName}`;
  return { layerArn, arn: `${layerArn}:${Version}`, files };
}

/** What an entry of `Layers` names: an ARN, `name:version`, or a name, which is its latest version. Undefined: no such version. */
export function layerNamed(name: string, layers: readonly LayerDefinition[], account: Required<Account>): LayerVersion | undefined {
  const found = layers
    .filter((layer) => {
      const { LayerName, Version = 1 } = layer;
      return [layerVersion(layer, account).arn, `${LayerName}:${Version}`, LayerName].includes(name);
    })
    .toSorted((a, b) => (b.Version ?? 1) - (a.Version ?? 1))[0];
  return found && layerVersion(found, account);
}

/** The layer of the catalogue that an entry of `Layers` names. Each has one version. */
export function catalogueLayerNamed(name: string, account: Required<Account>): CatalogueLayer | undefined {
  return Object.keys(LAYER_CATALOGUE)
    .filter(isCatalogueLayer)
    .find((layer) => layerNamed(name, [{ LayerName: layer, files: {} }], account) !== undefined);
}

export interface LayerProblem {
  readonly why: "too many" | "not there" | "two versions" | "too large";
  /** AWS's sentence (fidelity.md §9 and its appendix A). */
  readonly says: string;
}

/** Why a function cannot have these layers. `code`: its deployment package, which counts with them. */
export function layerProblems(
  names: readonly string[],
  { layers, account, code }: { readonly layers: readonly LayerDefinition[]; readonly account: Required<Account>; readonly code: Files },
): readonly LayerProblem[] {
  const found = names.map((name) => layerNamed(name, layers, account) ?? inCatalogue(name, account));
  const versions = found.filter((version) => version !== undefined);
  const problems: LayerProblem[] = [];
  if (names.length > LAYERS) problems.push({ why: "too many", says: `Cannot reference more than ${LAYERS} layers.` });
  found.forEach((version, index) => {
    if (version === undefined) problems.push({ why: "not there", says: `Layer version ${names[index]} does not exist.` });
  });
  for (const [index, version] of versions.entries()) {
    const first = versions.slice(0, index).find(({ layerArn }) => layerArn === version.layerArn);
    if (first === undefined) continue;
    const both = `${first.arn} and ${version.arn}`;
    const says = `Two different versions of the same layer are not allowed to be referenced in the same function. ${both} are versions of the same layer.`;
    problems.push({ why: "two versions", says });
  }
  if ([code, ...versions.map(({ files }) => files)].reduce((sum, files) => sum + unzippedBytes(files), 0) > UNZIPPED_BYTES) {
    problems.push({ why: "too large", says: `Unzipped size must be smaller than ${UNZIPPED_BYTES} bytes` });
  }
  return problems;
}

/** Simplified: none of the catalogue's counts towards the 250 MB; the largest has 4. */
function inCatalogue(name: string, account: Required<Account>): LayerVersion | undefined {
  const layer = catalogueLayerNamed(name, account);
  return layer && layerVersion({ LayerName: layer, files: {} }, account);
}

export function unzippedBytes(files: Files): number {
  return Object.values(files).reduce((sum, content) => sum + new TextEncoder().encode(content).length, 0);
}

/** Later layers over earlier ones. A file and a folder of one name do not meet: the later one stands. */
export function mergedLayers(layers: readonly LayerVersion[]): Files {
  const [only] = layers;
  if (only !== undefined && layers.length === 1) return only.files;
  const merged = new Map<string, string>();
  /** Folder → files below it, of all layers so far. */
  const folders = new Map<string, Set<string>>();
  for (const { files } of layers) {
    for (const [path, text] of Object.entries(files)) {
      for (const below of folders.get(path) ?? []) merged.delete(below);
      folders.delete(path);
      for (const folder of foldersOf(path)) {
        merged.delete(folder);
        const inside = folders.get(folder) ?? new Set();
        folders.set(folder, inside.add(path));
      }
      merged.set(path, text);
    }
  }
  return Object.fromEntries(merged);
}

/** `a/b/c.js` is in `a` and `a/b`. */
function foldersOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}
