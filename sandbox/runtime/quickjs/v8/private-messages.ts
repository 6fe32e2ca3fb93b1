/** V8's messages for private members of classes. */
import type { AnyNode } from "acorn";
import { type Failure, typeOf } from "./failure.ts";

export function unknownPrivate(failure: Failure, name: string): string {
  return failure.operation.key === "put#"
    ? `Cannot write private member ${name} to an object whose class did not declare it`
    : `Cannot read private member ${name} from an object whose class did not declare it`;
}

/** The engine has dropped the value by then: it is looked up where the program has it. */
export function privateOfNothing(failure: Failure): string {
  const { operation, frame } = failure;
  const node = operation.node;
  const object = node.type === "MemberExpression" ? node.object : undefined;
  const name = object?.type === "ThisExpression" ? "this" : object?.type === "Identifier" ? object.name : undefined;
  const value = name === undefined ? undefined : frame.local(name);
  const type = typeOf(failure, value);
  const isNothing = type === "null" || type === "undefined";
  if (!isNothing) return unknownPrivate(failure, `#${privateName(node)}`);
  // V8 looks for the mark of the class that methods are private to.
  const member = privateMember(failure);
  const key = member !== undefined && member.kind !== "field" ? member.className : `#${privateName(node)}`;
  return operation.key === "get#"
    ? `Cannot read properties of ${type} (reading '${key}')`
    : `Cannot set properties of ${type} (setting '${key}')`;
}

export function brandOf(failure: Failure): string {
  return `an instance of class ${privateMember(failure)?.className ?? "anonymous"}`;
}

export function privateName(node: AnyNode): string {
  if (node.type === "BinaryExpression" && node.left.type === "PrivateIdentifier") return node.left.name;
  return node.type === "MemberExpression" && node.property.type === "PrivateIdentifier" ? node.property.name : "";
}

/** What the class around an operation declares under its private name. */
function privateMember({
  program,
  operation,
}: Failure): { readonly className: string; readonly kind: "field" | "method" | "get" | "set" } | undefined {
  const name = privateName(operation.node);
  for (let node: AnyNode | undefined = operation.node; node !== undefined; node = program.parents.get(node)) {
    if (node.type !== "ClassBody") continue;
    for (const member of node.body) {
      if (member.type === "StaticBlock" || member.key.type !== "PrivateIdentifier" || member.key.name !== name) continue;
      const of = program.parents.get(node);
      const className = (of?.type === "ClassDeclaration" || of?.type === "ClassExpression" ? of.id?.name : undefined) ?? "anonymous";
      const kind = member.type === "PropertyDefinition" ? "field" : member.kind === "get" || member.kind === "set" ? member.kind : "method";
      return { className, kind };
    }
  }
  return undefined;
}
