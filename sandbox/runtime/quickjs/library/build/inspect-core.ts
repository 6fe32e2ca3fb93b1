/**
 * Node's own util.inspect, taken out of the package node-inspect-extracted. The package is one webpack bundle of Node's
 * lib/internal/util/inspect.js and of emulations of what that file requires. We want the first without the second: our
 * primordials, our errors, and what the engine itself knows of promises and proxies. So the file's factory is cut out, and
 * internal/inspect.js hands it a `require` of its own.
 */
import { type Expression, type Property, parse } from "acorn";

/** What the factory asks for, by webpack's number. Other numbers mean another build of the package: look before going on. */
const DEPENDENCIES = {
  101: "util",
  123: "assert",
  302: "validators",
  499: "types",
  537: "buffer",
  683: "primordials",
  727: "binding",
  778: "errors",
  812: "url",
  947: "builtins",
};

export function inspectCore(bundle: string): string {
  const factory = factories(bundle).find(({ value }) => bundle.slice(value.start, value.end).includes("formatWithOptions:"));
  if (factory === undefined) throw new Error("inspect-core: node-inspect-extracted has no module with formatWithOptions");
  const { value } = factory;
  const parameters =
    value.type === "FunctionExpression" ? value.params.map((parameter) => bundle.slice(parameter.start, parameter.end)) : [];
  const [, , ask] = parameters;
  const text = bundle.slice(value.start, value.end);
  const asked = [...new Set([...text.matchAll(new RegExp(`\\b${ask}\\((\\d+)\\)`, "g"))].map(([, number]) => number))].sort();
  if (asked.join() !== Object.keys(DEPENDENCIES).join()) {
    throw new Error(`inspect-core: inspect.js requires ${asked.join()}, expected ${Object.keys(DEPENDENCIES).join()}`);
  }
  return `export const names=${JSON.stringify(DEPENDENCIES)};export const inspectCore=function${asNode24(text.slice(text.indexOf("(")))};`;
}

/** The package follows Node's main branch, where a Proxy is printed as `Proxy({ a: 1 })`. Node 24 prints what it wraps. */
function asNode24(text: string): string {
  let found = 0;
  const changed = text.replace(
    /\$\{(\w+)\.stylize\("Proxy\(","special"\)\}(\$\{\w+\})\$\{\1\.stylize\("\)","special"\)\}/g,
    (_all, _context, inner: string) => {
      found += 1;
      return inner;
    },
  );
  if (found !== 2) throw new Error(`inspect-core: ${found} places print "Proxy(", expected 2`);
  return changed;
}

/** The properties of the object in which webpack keeps a bundle's modules: the one whose every key is a number. */
function factories(bundle: string): Property[] {
  const found: Property[][] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const properties = (node as Partial<Expression> & { properties?: Property[] }).properties;
    if (
      Array.isArray(properties) &&
      properties.length > 5 &&
      properties.every(({ key }) => key?.type === "Literal" && typeof key.value === "number")
    ) {
      found.push(properties);
      return;
    }
    Object.values(node).forEach(visit);
  };
  visit(parse(bundle, { ecmaVersion: "latest", sourceType: "script" }));
  return found[0] ?? [];
}
