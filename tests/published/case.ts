/**
 * A published handler as data: a folder of tests/published/handlers/<group>/ that holds the files as a reader would paste them
 * and a case.json. A folder named `packages` is laid out as `node_modules`, which no repository keeps.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { CatalogueLayer } from "../../sandbox/lambda/layer-catalogue.ts";
import type { Files, RuntimeIdentifier, Scenario } from "../../sandbox/scenario.ts";

/** What case.json says. */
export interface Description {
  /** What the handler is, in a few words. */
  readonly title: string;
  /** One invocation each, in one environment. */
  readonly events: readonly unknown[];
  /** Default nodejs24.x. */
  readonly Runtime?: RuntimeIdentifier;
  /** Default index.handler. */
  readonly Handler?: string;
  readonly MemorySize?: number;
  readonly Environment?: Readonly<Record<string, string>>;
  /** The handler streams its response, and is called by InvokeWithResponseStream. */
  readonly streams?: boolean;
  /** The files are TypeScript sources. */
  readonly build?: "typescript";
  /** Layers of the catalogue that the function has. */
  readonly packages?: readonly CatalogueLayer[];
  /** Answers of the network: `http` of a scenario. */
  readonly http?: NonNullable<Scenario["http"]>;
  /** Regular expressions whose matches differ from run to run, and what they are. Matches become `…` on both sides. */
  readonly varies?: Readonly<Record<string, string>>;
  /** Where Lambda is right to differ from plain Node: why, and what Lambda does. */
  readonly differs?: { readonly because: string; readonly onLambda: Partial<Outcome> };
  /** Why the simulator does not run it as Node does. Whoever mends that takes this away: the test then says so. */
  readonly lacks?: string;
}

export interface Case extends Description {
  readonly group: string;
  readonly name: string;
  /** Below /var/task. */
  readonly files: Files;
  /** Layers of the case's own: layer name → files below /opt. */
  readonly layers: Readonly<Record<string, Files>>;
}

/** What is compared. */
export interface Outcome {
  /** One for each invocation: the result's JSON text, the streamed text, or what was thrown. */
  readonly results: readonly Result[];
  /** Every line of console and stdout, in order, without time and request id. */
  readonly lines: readonly string[];
}

export type Result =
  | { readonly payload: string; readonly contentType?: string }
  | { readonly errorType: string; readonly errorMessage: string; readonly code?: string; readonly payload?: string };

const HANDLERS = fileURLToPath(new URL("handlers/", import.meta.url));

export function groups(): string[] {
  return folders(HANDLERS);
}

export function casesOf(group: string): Case[] {
  return folders(join(HANDLERS, group)).map((name) => readCase(group, name));
}

function readCase(group: string, name: string): Case {
  const folder = join(HANDLERS, group, name);
  const description = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Description;
  const files: Record<string, string> = {};
  const layers: Record<string, Record<string, string>> = {};
  for (const [path, text] of filesIn(folder)) {
    const [first = "", layer = "", ...rest] = path.split("/");
    if (path === "case.json") continue;
    if (first !== "layers") files[path] = text;
    else {
      layers[layer] ??= {};
      Object.assign(layers[layer], { [rest.join("/")]: text });
    }
  }
  return { ...description, group, name, files, layers };
}

function filesIn(folder: string): [path: string, text: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file)
        .split(sep)
        .map((segment) => (segment === "packages" ? "node_modules" : segment))
        .join("/");
      return [path, readFileSync(file, "utf8")] as [string, string];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function folders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
