/**
 * An enum as tsc and esbuild write it, on the lines on which it stands:
 *
 *   enum Size { S = 1, M, Name = "x" }
 *   var Size; (function (Size) { Size[Size["S"] = 1] = "S"; Size[Size["M"] = 2] = "M"; Size["Name"] = "x"; })(Size || (Size = {}));
 */
import type { Blanks } from "../blanks.ts";
import { child, children, type Node, Unsupported } from "../nodes.ts";
import { type Constant, constantOf, isText } from "./constant.ts";
import { nameOf } from "./declared.ts";
import { closing, opening } from "./iife.ts";
import type { Translation } from "./translation.ts";

export function translateEnum(node: Node, blanks: Blanks, translation: Translation, visit: (node: Node) => void): void {
  const name = nameOf(child(node, "id"));
  const members = node.members as readonly Node[];
  const brace = openingBrace(node, blanks);
  blanks.replace(node.start, brace + 1, opening(node, name, blanks, translation));
  const values = translation.enumNamed(name);
  let next: number | undefined = 0;
  for (const member of members) {
    const initializer = member.initializer as Node | null | undefined;
    const key = nameOf(child(member, "id"));
    const value: Constant | undefined = initializer ? constantOf(initializer, name, translation.enums) : next;
    write({ member, initializer, key, name, value }, blanks, translation, visit);
    values.set(key, value);
    next = typeof value === "number" ? value + 1 : undefined;
    const comma = blanks.after(member.end);
    if (blanks.text[comma] === ",") blanks.add(comma, comma + 1);
  }
  blanks.replace(node.end - 1, node.end, closing(node, name, translation));
}

interface Written {
  readonly member: Node;
  readonly initializer: Node | null | undefined;
  readonly key: string;
  readonly name: string;
  readonly value: Constant | undefined;
}

function write(
  { member, initializer, key, name, value }: Written,
  blanks: Blanks,
  translation: Translation,
  visit: (node: Node) => void,
): void {
  const place = `${name}[${JSON.stringify(key)}]`;
  if (typeof value === "string") return blanks.replace(member.start, member.end, `${place} = ${JSON.stringify(value)};`);
  const [before, after] = [`${name}[${place} = `, `] = ${JSON.stringify(key)};`];
  if (initializer === null || initializer === undefined || value !== undefined)
    return blanks.replace(member.start, member.end, `${before}${value === undefined ? "void 0" : numberText(value)}${after}`);
  const text = isText(initializer);
  blanks.replace(member.start, initializer.start, `${text ? `${place} = ` : before}(`);
  qualify(initializer, name, blanks, translation);
  visit(initializer);
  blanks.replace(initializer.end, member.end, `)${text ? ";" : after}`);
}

const numberText = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

/** Members are named without their enum inside of it. */
function qualify(node: Node, name: string, blanks: Blanks, translation: Translation): void {
  if (/Function|Class/.test(node.type)) throw new Unsupported("A function in an enum's initializer is not supported by this build", node);
  if (node.type === "Identifier" && translation.enums.get(name)?.has(nameOf(node))) return blanks.insert(node.start, `${name}.`);
  for (const below of children(node)) {
    const isName = (node.type === "MemberExpression" && below === node.property) || (node.type === "Property" && below === node.key);
    if (isName && node.computed !== true) continue;
    qualify(below, name, blanks, translation);
  }
}

function openingBrace(node: Node, blanks: Blanks): number {
  return blanks.after(child(node, "id").end);
}
