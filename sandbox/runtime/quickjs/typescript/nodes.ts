/** The tree's nodes, and what is not erased of them. */

/** A node of the tree: acorn's, or one of TypeScript's. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Syntax that is not erased but translated: enums, namespaces with code, parameter properties, … */
export class Unsupported extends Error {
  readonly at: Node;
  constructor(message: string, at: Node) {
    super(message);
    this.at = at;
  }
}

export function child(node: Node, key: string): Node {
  return node[key] as Node;
}

export function* children(node: Node): Iterable<Node> {
  for (const [key, value] of Object.entries(node)) {
    if (key === "loc") continue;
    // A shorthand property `{ a }` has its name twice.
    if (key === "key" && node.shorthand === true) continue;
    for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) if (isNode(item)) yield item;
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as Node).type === "string" && typeof (value as Node).start === "number"
  );
}
