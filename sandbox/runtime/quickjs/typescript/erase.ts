/**
 * Types out of a text, as Node does it (Node's documentation, "Type stripping"; amaro): each character of a type becomes a blank,
 * so that what is left stands on its line and column. Equal to Node 24's own module.stripTypeScriptTypes, text for text, as far
 * as tests/sandbox/typescript goes.
 *
 * Simplified: what is no TypeScript at all is refused in acorn's words; Node's are those of swc.
 */
import { TooDeep } from "../parser/bounded.ts";
import { Blanks } from "./blanks.ts";
import { eraseClass } from "./class-members.ts";
import { child, children, type Node, Unsupported } from "./nodes.ts";
import { parseTypeScript, type Spend } from "./parser.ts";
import { eraseStatement, isType } from "./statements.ts";
import { Translation, translate } from "./translated/translation.ts";

export type Erased = { readonly code: string } | { readonly refusal: Refusal };

export interface Refusal {
  readonly code: "ERR_INVALID_TYPESCRIPT_SYNTAX" | "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX";
  readonly message: string;
  /** Where in the text. */
  readonly start: number;
  readonly end: number;
}

export function eraseTypes(source: string, spend?: Spend): Erased {
  return erased(source, () => undefined, spend);
}

/** As a build does it: what is more than a type is translated. Lines stay, columns do not everywhere. */
export function translateTypes(source: string): Erased {
  return erased(source, (program) => new Translation(program));
}

function erased(source: string, translationOf: (program: Node) => Translation | undefined, spend?: Spend): Erased {
  const text = source.replace(/^\ufeff/, "");
  try {
    const { program, comments } = parseTypeScript(text, spend);
    const blanks = new Blanks(text, comments);
    visit(program, blanks, translationOf(program));
    return { code: blanks.applied() };
  } catch (thrown) {
    return { refusal: refusalOf(thrown, text) };
  }
}

function refusalOf(thrown: unknown, text: string): Refusal {
  if (thrown instanceof Unsupported) {
    const { message, at } = thrown;
    return { code: "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX", message, start: at.start, end: at.end };
  }
  const code = "ERR_INVALID_TYPESCRIPT_SYNTAX";
  if (thrown instanceof TooDeep) return { code, message: "The text is nested too deeply", start: 0, end: 0 };
  if (!(thrown instanceof SyntaxError)) throw thrown;
  // acorn's: the place is in the message too.
  const start = "pos" in thrown && typeof thrown.pos === "number" ? thrown.pos : 0;
  return { code, message: thrown.message.replace(/ \(\d+:\d+\)$/, ""), start, end: Math.min(text.length, start + 1) };
}

/** Blanks what of this node is type, and goes on below. Recursion is no deeper than the parser's was. */
export function visit(node: Node, blanks: Blanks, translation?: Translation): void {
  if (TYPES.has(node.type)) return blanks.add(node.start, node.end);
  const goOn = (below: Node) => visit(below, blanks, translation);
  if (translation !== undefined && !isType(node) && translate(node, blanks, translation, goOn)) return;
  if (eraseStatement(node, blanks)) return;
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      goOn(child(node, "expression"));
      return eraseAssertion(node, blanks);
    case "TSNonNullExpression":
      goOn(child(node, "expression"));
      return blanks.add(node.end - 1, node.end);
    case "TSTypeAssertion":
      throw new Unsupported(ANGLE_BRACKETS, node);
    case "TSParameterProperty":
      throw new Unsupported("TypeScript parameter property is not supported in strip-only mode", child(node, "parameter"));
    case "ClassDeclaration":
    case "ClassExpression":
      eraseClass(node, blanks);
      break;
    case "ArrowFunctionExpression":
      eraseArrowTypes(node, blanks);
      break;
    case "ReturnStatement":
    case "ThrowStatement":
    case "YieldExpression":
      keepOnLine(node, node.argument as Node | null, blanks);
      break;
    default:
      break;
  }
  eraseMarks(node, blanks);
  if (Array.isArray(node.params)) eraseThis(node.params as readonly Node[], blanks);
  for (const below of children(node)) goOn(below);
}

const ANGLE_BRACKETS =
  "The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip mode. Instead, use the 'as' syntax: `expr as T`.";

const TYPES = new Set(["TSTypeAnnotation", "TSTypeParameterDeclaration", "TSTypeParameterInstantiation"]);

/** `a as T`, `a satisfies T`. A line that begins with a bracket after it must not become its continuation. */
function eraseAssertion(node: Node, blanks: Blanks): void {
  const start = blanks.wordBefore(child(node, "typeAnnotation").start);
  blanks.add(start, node.end);
  if (blanks.continuesAfter(node.end, /^[([`]/)) blanks.put(start, ";");
}

/** `?` of an optional parameter or property, `!` of a definite one. */
function eraseMarks(node: Node, blanks: Blanks): void {
  const annotation = node.typeAnnotation as Node | undefined;
  if (node.optional === true && BINDINGS.has(node.type)) {
    const at = annotation ? blanks.before(annotation.start) : blanks.before(node.end);
    if (blanks.text[at] === "?") blanks.add(at, at + 1);
  }
  if (node.type === "VariableDeclarator" && node.definite === true) {
    const of = (child(node, "id").typeAnnotation as Node | undefined)?.start;
    if (of !== undefined) blanks.add(blanks.before(of), blanks.before(of) + 1);
  }
}

const BINDINGS = new Set(["Identifier", "ObjectPattern", "ArrayPattern", "AssignmentPattern"]);

/** A parameter called `this` is none. Its comma goes with it. */
function eraseThis([first]: readonly Node[], blanks: Blanks): void {
  if (first?.type !== "Identifier" || first.name !== "this") return;
  const next = blanks.after(first.end);
  blanks.add(first.start, blanks.text[next] === "," ? next + 1 : first.end);
}

/** No line may end between an arrow's brackets and its arrow, nor after `async`: the bracket moves over the type. */
function eraseArrowTypes(node: Node, blanks: Blanks): void {
  const returns = node.returnType as Node | undefined;
  const parameters = node.typeParameters as Node | undefined;
  if (returns !== undefined) {
    const bracket = blanks.before(returns.start);
    if (blanks.hasLineBreak(bracket, returns.end)) {
      blanks.add(bracket, bracket + 1);
      blanks.put(returns.end - 1, ")");
    }
  }
  if (parameters !== undefined && node.async === true && blanks.hasLineBreak(parameters.start, parameters.end))
    moveBracket(parameters, blanks);
}

/** `return <T>\n(x) => x` must not become `return` and a line of its own. */
function keepOnLine(statement: Node, argument: Node | null, blanks: Blanks): void {
  const parameters = argument?.typeParameters as Node | undefined;
  if (argument?.type !== "ArrowFunctionExpression" || argument.async === true || parameters === undefined) return;
  const bracket = blanks.after(parameters.end);
  const keyword = /^\w+/.exec(blanks.text.slice(statement.start, statement.start + 6))?.[0] ?? "";
  if (blanks.after(statement.start + keyword.length) === argument.start && blanks.hasLineBreak(parameters.start, bracket))
    moveBracket(parameters, blanks);
}

function moveBracket(parameters: Node, blanks: Blanks): void {
  const bracket = blanks.after(parameters.end);
  blanks.add(bracket, bracket + 1);
  blanks.put(parameters.start, "(");
}
