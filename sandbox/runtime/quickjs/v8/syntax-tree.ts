/** Walks a syntax tree without knowing every kind of node. */
import type { AnyNode, Node } from "acorn";

/** The nodes directly below one, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const value of Object.values(node)) {
    if (typeof value !== "object") continue;
    if (!Array.isArray(value)) add(children, value);
    else for (const item of value) add(children, item);
  }
  return children.every((child, index) => index === 0 || (children[index - 1]?.start ?? 0) <= child.start)
    ? children
    : children.sort((one, other) => one.start - other.start);
}

/** `{ a }` has the same node as key and as value. */
function add(children: AnyNode[], value: unknown): void {
  if (isNode(value) && children.at(-1) !== value) children.push(value);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as Partial<Node>).type === "string" && "start" in value;
}
