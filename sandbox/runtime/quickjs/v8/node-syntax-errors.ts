/**
 * Errors of syntax and of linking as Node words them: the message, what it puts before the error in the stack, and its own
 * frames, which are all that such a stack has.
 */
import type { AnyNode } from "acorn";
import type { GuestMemory } from "./guest-memory.ts";
import { importOf, requested } from "./module-links.ts";
import { programOf } from "./program.ts";
import type { RawError, Sources } from "./raw-error.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import { syntaxFault } from "./syntax-fault.ts";

export interface NodeError {
  readonly message: string;
  readonly before: string;
  readonly frames: readonly string[];
}

interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** Who loaded a file: its frames, and whether a CommonJS file was imported as if it were an ES module. */
export interface Loader {
  readonly frames: readonly string[];
  readonly isImport: boolean;
}

/** A file that the engine could not read. */
export function unreadable({ file, text }: TextFile, engineMessage: string, below: Loader): NodeError {
  const commonJs = !file.startsWith("file:");
  const fault = syntaxFault(text, commonJs);
  const message = fault?.message ?? engineMessage;
  if (!commonJs) return { message, before: "", frames: IMPORTED };
  const before = fault === undefined ? "" : `${sourceExcerpt(file, text, fault.start, fault.end)}\n`;
  // What is required by what is imported is required.
  const isImport = below.isImport && below.frames.length === 0;
  return { message, before, frames: isImport ? IMPORTED_COMMONJS : [...REQUIRED, ...below.frames] };
}

/** An import of a name that the other module does not export. */
export function unlinked(raw: RawError, guest: GuestMemory, sources: Sources): NodeError | undefined {
  const [, name, from] = /^Could not find export '([^]*)' in module '([^]*)'$/.exec(raw.message) ?? [];
  if (name === undefined || from === undefined) return undefined;
  const found = importOf(guest, name, from);
  if (found === undefined) return undefined;
  const link = lastLink({ ...found, name, from }, guest, sources);
  const text = sources.source(link.importer) ?? "";
  const place = specifierOf(text, link.name, link.specifier);
  const before = place === undefined ? "" : sourceExcerpt(link.importer, text, place.start, place.end);
  const message = isCommonJs(link.from, sources)
    ? commonJsMessage(link.name, link.specifier, before)
    : `The requested module '${link.specifier}' does not provide an export named '${link.name}'`;
  return { message, before, frames: LINKED };
}

interface Link {
  readonly importer: string;
  readonly specifier: string;
  readonly name: string;
  /** The full name of what the specifier leads to. */
  readonly from: string;
}

/** A module that hands a name on from another one is not to blame: follows the name to where it is missing. */
function lastLink(link: Link, guest: GuestMemory, sources: Sources): Link {
  for (const statement of programOf(sources.source(link.from) ?? "", false)?.tree.body ?? []) {
    if (statement.type !== "ExportNamedDeclaration" || !statement.source) continue;
    const handed = statement.specifiers.find(({ exported }) => nameOf(exported) === link.name);
    const specifier = String(statement.source.value);
    const from = handed && requested(guest, link.from, specifier);
    if (handed && from !== undefined && from !== link.from)
      return lastLink({ importer: link.from, specifier, name: nameOf(handed.local), from }, guest, sources);
  }
  return link;
}

function specifierOf(text: string, name: string, from: string): { readonly start: number; readonly end: number } | undefined {
  for (const statement of programOf(text, false)?.tree.body ?? []) {
    const node = statement as AnyNode;
    if (node.type === "ExportNamedDeclaration" && node.source?.value === from) {
      const handed = node.specifiers.find(({ local }) => nameOf(local) === name);
      if (handed) return handed.local;
    }
    if (node.type !== "ImportDeclaration" || node.source.value !== from) continue;
    for (const specifier of node.specifiers) {
      if (specifier.type === "ImportDefaultSpecifier" && name === "default") return specifier;
      if (specifier.type === "ImportSpecifier" && nameOf(specifier.imported) === name) return specifier.imported;
    }
  }
  return undefined;
}

const nameOf = (imported: { readonly type: string; readonly name?: string; readonly value?: unknown }) =>
  imported.name ?? String(imported.value);

function isCommonJs(file: string, sources: Sources): boolean {
  if (!file.startsWith("file:") || file.endsWith(".mjs") || file.endsWith(".json")) return false;
  const body = programOf(sources.source(file) ?? "", false)?.tree.body;
  return body?.every((statement) => !/^(Import|Export)/.test(statement.type)) ?? true;
}

/** lib/internal/modules/esm/module_job.js */
function commonJsMessage(name: string, specifier: string, excerpt: string): string {
  const names = /\{.*\}/.exec(excerpt.split("\n")[1] ?? "")?.[0].replace(/\s+as\s+/g, ": ");
  return (
    `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may not support all module.exports as named exports.\n` +
    `CommonJS modules can always be imported via the default export, for example using:\n\nimport pkg from '${specifier}';\n` +
    (names === undefined ? "" : `const ${names} = pkg;\n`)
  );
}

/** Node 24.21's frames, as a process of that version prints them. */
const IMPORTED: readonly string[] = [
  "compileSourceTextModule (node:internal/modules/esm/utils:319:16)",
  "ModuleLoader.moduleStrategy (node:internal/modules/esm/translators:89:18)",
  "#translate (node:internal/modules/esm/loader:438:20)",
  "afterLoad (node:internal/modules/esm/loader:506:29)",
  "ModuleLoader.loadAndTranslate (node:internal/modules/esm/loader:511:12)",
  "#getOrCreateModuleJobAfterResolve (node:internal/modules/esm/loader:564:36)",
  "afterResolve (node:internal/modules/esm/loader:611:52)",
  "ModuleLoader.getOrCreateModuleJob (node:internal/modules/esm/loader:617:12)",
  "node:internal/modules/esm/loader:636:32",
  "TracingChannel.tracePromise (node:diagnostics_channel:362:14)",
];

const COMPILED: readonly string[] = [
  "wrapSafe (node:internal/modules/cjs/loader:1861:18)",
  "Module._compile (node:internal/modules/cjs/loader:1903:20)",
  "Object..js (node:internal/modules/cjs/loader:2060:10)",
  "Module.load (node:internal/modules/cjs/loader:1651:32)",
  "Module._load (node:internal/modules/cjs/loader:1443:12)",
  "wrapModuleLoad (node:internal/modules/cjs/loader:261:19)",
];

const REQUIRED: readonly string[] = [
  ...COMPILED,
  "Module.require (node:internal/modules/cjs/loader:1674:12)",
  "require (node:internal/modules/helpers:157:16)",
];

const IMPORTED_COMMONJS: readonly string[] = [
  ...COMPILED,
  "loadCJSModuleWithModuleLoad (node:internal/modules/esm/translators:372:15)",
  "ModuleWrap.<anonymous> (node:internal/modules/esm/translators:244:9)",
  "ModuleJob.run (node:internal/modules/esm/module_job:561:25)",
  "async node:internal/modules/esm/loader:647:26",
];

const LINKED: readonly string[] = [
  "#asyncInstantiate (node:internal/modules/esm/module_job:455:21)",
  "async ModuleJob.run (node:internal/modules/esm/module_job:553:5)",
  "async node:internal/modules/esm/loader:647:26",
];
