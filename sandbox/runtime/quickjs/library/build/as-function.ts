/**
 * An ES module's text as the function expression that the guest calls. `import { a } from "id"` becomes a destructuring
 * require, named exports become plain properties (esbuild's own CommonJS form makes getters of them, which console.log would
 * show and every call would pay for), and `export { x as "module.exports" }`, Node's convention, becomes just that.
 */
import { type ExportNamedDeclaration, type ImportDeclaration, parse } from "acorn";

export function asFunction(bundled: string, file: string): string {
  // esbuild's helper for exports would take what code has put on Object.prototype before the module is loaded for one of them.
  const text = restoreNames(bundled).replace("for(var name in all)", "for(var name of Object.keys(all))");
  const program = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  let body = "";
  let end = "";
  let at = 0;
  for (const node of program.body) {
    if (node.type === "ImportDeclaration") {
      body += text.slice(at, node.start) + requireOf(node, file);
      at = node.end;
    } else if (node.type === "ExportNamedDeclaration") {
      body += text.slice(at, node.start);
      end += exportsOf(node, file);
      at = node.end;
    } else if (node.type.startsWith("Export")) {
      throw new Error(`library: ${file} was bundled into an export of another form: ${node.type}`);
    }
  }
  return `(function(module,exports,require,binding,primordials){"use strict";${body}${text.slice(at).trimEnd()};${end}})`;
}

/**
 * The names that a class or function was written with, which are what console.log shows. esbuild gives a class that refers to
 * itself an inner name of its own (`URL = class _URL`), and avoids names that are taken: `Buffer`, which its own helpers
 * mention, and `Url`, which is exported from one file through another.
 */
function restoreNames(text: string): string {
  const renamed = [...text.matchAll(/\b(\w+?)2?=class _\1\b/g)].map(([, name]) => [`_${name}`, name] as const);
  return [...renamed, ["Buffer2", "Buffer"] as const, ["Url2", "Url"] as const].reduce(
    (restored, [from, to]) => restored.replace(new RegExp(`(?<![.#\\w])${from}\\b`, "g"), to ?? from),
    text,
  );
}

function requireOf(node: ImportDeclaration, file: string): string {
  const id = JSON.stringify(node.source.value);
  const names: string[] = [];
  let whole = "";
  for (const specifier of node.specifiers) {
    if (specifier.type !== "ImportSpecifier") whole += `const ${specifier.local.name}=require(${id});`;
    else if (specifier.imported.type !== "Identifier") throw new Error(`library: ${file} imports a name in quotes`);
    else if (specifier.imported.name === "default") whole += `const ${specifier.local.name}=require(${id});`;
    else names.push(`${specifier.imported.name}:${specifier.local.name}`);
  }
  if (names.length > 0) whole += `const {${names.join(",")}}=require(${id});`;
  return whole === "" ? `require(${id});` : whole;
}

function exportsOf(node: ExportNamedDeclaration, file: string): string {
  const properties: string[] = [];
  for (const { local, exported } of node.specifiers) {
    if (local.type !== "Identifier") throw new Error(`library: ${file} exports something that is no variable`);
    if (exported.type === "Identifier") properties.push(`${exported.name}:${local.name}`);
    else if (exported.value !== "module.exports") throw new Error(`library: ${file} exports a name in quotes: ${exported.raw}`);
    else if (node.specifiers.length === 1) return `module.exports=${local.name};`;
    else throw new Error(`library: ${file} exports module.exports and other things`);
  }
  return `Object.assign(exports,{${properties.join(",")}});`;
}
