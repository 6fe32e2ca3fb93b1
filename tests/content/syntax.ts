/** Walking a syntax tree without caring what its nodes are. */
import { type Node, parse } from "acorn";

/** Undefined where it is no JavaScript. */
export function syntaxTree(path: string, code: string): Node | undefined {
  try {
    return path.endsWith(".cjs")
      ? parse(code, { ecmaVersion: "latest", sourceType: "script", allowReturnOutsideFunction: true, locations: true })
      : parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true });
  } catch (thrown) {
    // acorn's way to say that the text does not parse.
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value;
}

/** A property of a node; undefined where it has none of that name. */
export const part = (node: Node, key: string): unknown => Reflect.get(node, key);

export function nodePart(node: Node, key: string): Node | undefined {
  const value = part(node, key);
  return isNode(value) ? value : undefined;
}

export function nodesPart(node: Node, key: string): readonly Node[] {
  const value = part(node, key);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function childrenOf(node: Node): readonly Node[] {
  return Object.keys(node).flatMap((key) => {
    const child = nodePart(node, key);
    return child === undefined ? nodesPart(node, key) : [child];
  });
}

/** The node and all below it, with the node above each. */
export function* walk(node: Node, above?: Node): Generator<{ readonly node: Node; readonly above: Node | undefined }> {
  yield { node, above };
  for (const child of childrenOf(node)) yield* walk(child, node);
}
