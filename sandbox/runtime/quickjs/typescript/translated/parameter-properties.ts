/**
 * Parameter properties as esbuild writes them:
 *
 *   class A { constructor(private b: number) { … } }   →   class A { b; constructor(b) { this.b = b; … } }
 *
 * In a class that extends another the assignments come after the call of super.
 */
import type { Blanks } from "../blanks.ts";
import { child, type Node, Unsupported } from "../nodes.ts";
import { nameOf } from "./declared.ts";

export function translateParameterProperties(node: Node, blanks: Blanks): void {
  const members = child(node, "body").body as readonly Node[];
  for (const member of members) {
    const value = member.value as Node | null | undefined;
    if (member.kind !== "constructor" || !value?.body) continue;
    const properties = (value.params as readonly Node[]).filter(({ type }) => type === "TSParameterProperty");
    if (properties.length === 0) continue;
    const names = properties.map((property) => nameOf(bound(child(property, "parameter"))));
    for (const property of properties) blanks.add(property.start, bound(child(property, "parameter")).start);
    blanks.insert(child(node, "body").start + 1, ` ${names.map((name) => `${name};`).join(" ")}`);
    blanks.insert(assignmentsAt(node, child(value, "body")), ` ${names.map((name) => `this.${name} = ${name};`).join(" ")}`);
  }
}

const bound = (parameter: Node): Node => (parameter.type === "AssignmentPattern" ? child(parameter, "left") : parameter);

function assignmentsAt(node: Node, body: Node): number {
  const statements = body.body as readonly Node[];
  if (node.superClass === null || node.superClass === undefined) {
    const directives = statements.filter((statement) => typeof statement.directive === "string");
    return directives.at(-1)?.end ?? body.start + 1;
  }
  const call = statements.find((statement) => isSuperCall(statement));
  if (call === undefined) throw new Unsupported("A constructor with parameter properties must call super in a statement of its own", body);
  return call.end;
}

function isSuperCall(statement: Node): boolean {
  const expression = statement.expression as Node | undefined;
  return statement.type === "ExpressionStatement" && expression?.type === "CallExpression" && child(expression, "callee").type === "Super";
}
