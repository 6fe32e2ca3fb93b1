/** The function around what an enum or a namespace has inside, called at once with the object that holds it. */
import type { Blanks } from "../blanks.ts";
import type { Node } from "../nodes.ts";
import type { Translation } from "./translation.ts";

/** Up to and with the function's brace. */
export function opening(node: Node, name: string, blanks: Blanks, { declarations }: Translation): string {
  const declared = declarations.get(node);
  const { exporting } = declared ?? {};
  // The second of two that make one is exported by the first; what a namespace exports is a property of it.
  if (exporting !== undefined && (declared?.again || declared?.exportedBy !== undefined)) blanks.add(exporting.start, node.start);
  const declaration = declared?.again ? ";" : `${declared?.keyword ?? "let"} ${name}; `;
  return `${declaration}(function (${name}) {`;
}

export function closing(node: Node, name: string, { declarations }: Translation): string {
  const owner = declarations.get(node)?.exportedBy;
  return owner === undefined ? `})(${name} || (${name} = {}));` : `})(${name} = ${owner}.${name} || (${owner}.${name} = {}));`;
}
