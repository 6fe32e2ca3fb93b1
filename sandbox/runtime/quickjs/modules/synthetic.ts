/**
 * Sources that we write: an ES module around a built-in, a CommonJS file or a JSON file, and `import.meta`, which the engine
 * leaves empty.
 */
import { dirname, pathOf } from "./file-tree.ts";

/** The module through which our synthetic sources reach the guest's module loader. Learners' code cannot import it. */
export const INTERNAL = "lambda-lab:internal";

export const INTERNAL_SOURCE = `const internal = globalThis.__lambdaLab; delete globalThis.__lambdaLab; export { internal };`;

export function builtinSource(id: string, names: readonly string[]): string {
  return aroundExports(`internal.builtin(${JSON.stringify(id)})`, names);
}

/** `whole`: Node 24 also gives module.exports under that name; Node 22 does not. */
export function commonJsSource(path: string, names: readonly string[], whole: boolean): string {
  return aroundExports(`internal.load(${JSON.stringify(path)})`, names) + (whole ? ` export { m as "module.exports" };` : "");
}

/** What require() gives of an ES module with a default export (Node's documentation, "Loading ECMAScript modules using require()"). */
export function requiredSource(url: string): string {
  const from = JSON.stringify(url);
  return `export * from ${from}; export { default } from ${from}; export const __esModule = true;`;
}

/** module.exports is the default export; what the lexer sees assigned are named ones, as in Node. */
function aroundExports(expression: string, names: readonly string[]): string {
  const listed = names.filter((name) => name !== "default" && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name));
  const bindings = listed.map((name, index) => `const n${index} = m?.[${JSON.stringify(name)}];`).join("");
  const exported = listed.map((name, index) => `n${index} as ${name}`).join(", ");
  return `import { internal } from "${INTERNAL}"; const m = ${expression}; ${bindings} export { ${exported} }; export default m;`;
}

/** The very value that require() gives of the file: Node keeps both in one cache. */
export function jsonSource(path: string): string {
  return `import { internal } from "${INTERNAL}"; export default internal.load(${JSON.stringify(path)});`;
}

/**
 * `import.meta` and `import_meta` have the same length, so putting one for the other moves no line and no column. The binding
 * arrives at the end of the file: imports are hoisted. `places`: where it stands.
 */
export function withImportMeta(url: string, text: string, places: readonly number[]): string {
  if (places.length === 0) return text;
  let result = "";
  let end = 0;
  for (const place of places) {
    result += `${text.slice(end, place)}import_meta`;
    end = place + "import.meta".length;
  }
  return `${result}${text.slice(end)}\n;import{meta as import_meta}from${JSON.stringify(metaName(url))};`;
}

const META = "lambda-lab:meta?";

/** The module that holds the `import.meta` of the module with this URL. Only that module may import it. */
export const metaName = (url: string): string => META + url;

export const isMeta = (name: string): boolean => name.startsWith(META);

export function importMetaSource(name: string): string {
  const url = name.slice(META.length);
  const path = pathOf(url);
  return `import { internal } from "${INTERNAL}";
export const meta = { __proto__: null, dirname: ${JSON.stringify(dirname(path))}, filename: ${JSON.stringify(path)}, main: false, resolve: (specifier) => internal.resolveImport(specifier, ${JSON.stringify(path)}), url: ${JSON.stringify(url)} };`;
}
