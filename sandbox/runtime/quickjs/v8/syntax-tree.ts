/** Walks a syntax tree without knowing every kind of node. */
import type { AnyNode, Node } from "acorn";

/** The nodes directly below one, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === "type" || key === "start" || key === "end") continue;
    for (const item of Array.isArray(value) ? value : [value]) if (isNode(item)) children.push(item);
  }
  return children.length < 2 ? children : dedupe(children).sort((one, other) => one.start - other.start);
}

/** `{ a }` has the same node as key and as value. */
function dedupe(nodes: AnyNode[]): AnyNode[] {
  return [...new Set(nodes)];
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as Partial<Node>).type === "string" && "start" in value;
}
