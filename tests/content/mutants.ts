/** Small harm done to a solution, one place at a time: whoever checks the solution should notice. */
import type { Node } from "acorn";
import { isNode, nodePart, nodesPart, part, syntaxTree, walk } from "./syntax.ts";

export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** What was done, in Korean: `문장을 지움`. */
  readonly what: string;
  /** The piece of code that it was done to, on one line. */
  readonly piece: string;
  readonly code: string;
}

/** All that parse and differ from each other and from the code. `handler`: the name of the export. */
export function mutantsOf(file: string, code: string, handler: string): readonly Mutant[] {
  const tree = syntaxTree(file, code);
  if (tree === undefined) return [];
  const seen = new Set([code]);
  const mutants: Mutant[] = [];
  for (const { node, what, edits } of [...smallEdits(tree, code), ...moves(tree, code, handler)]) {
    const mutated = edited(code, edits);
    if (seen.has(mutated) || syntaxTree(file, mutated) === undefined) continue;
    seen.add(mutated);
    mutants.push({ file, what, line: node.loc?.start.line ?? 1, piece: pieceOf(code, node), code: mutated });
  }
  return mutants;
}

interface Harm {
  readonly node: Node;
  readonly what: string;
  readonly edits: readonly Edit[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LONGEST_PIECE = 60;

function pieceOf(code: string, node: Node): string {
  const piece = code.slice(node.start, node.end).replaceAll(/\s+/g, " ");
  return piece.length > LONGEST_PIECE ? `${piece.slice(0, LONGEST_PIECE)}…` : piece;
}

function edited(code: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: to }) => text.slice(0, start) + to + text.slice(end), code);
}

const FLIPPED: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "+=": "-=",
  "-=": "+=",
  "??=": "=",
  "||=": "=",
  "&&=": "=",
};

const STATEMENTS = new Set(["ImportDeclaration", "ExportNamedDeclaration", "ExportDefaultDeclaration", "ExportAllDeclaration"]);

function* smallEdits(tree: Node, code: string): Generator<Harm> {
  for (const { node, above } of walk(tree)) {
    const whole = (text: string): readonly Edit[] => [{ start: node.start, end: node.end, text }];
    if (isListed(node, above) && !STATEMENTS.has(node.type)) yield { node, what: "문장을 지움", edits: whole("") };
    const test = nodePart(node, "test");
    if (test !== undefined) {
      const negated = `!(${code.slice(test.start, test.end)})`;
      yield { node: test, what: "조건을 뒤집음", edits: [{ start: test.start, end: test.end, text: negated }] };
    }
    const argument = nodePart(node, "argument");
    if (node.type === "AwaitExpression" && argument !== undefined)
      yield { node, what: "await를 뺌", edits: [{ start: node.start, end: argument.start, text: "" }] };
    if (node.type === "ReturnStatement" && argument !== undefined) yield { node, what: "반환하는 값을 뺌", edits: whole("return;") };
    if (node.type === "Literal" && !isName(node, above)) {
      const text = otherLiteral(part(node, "value"));
      if (text !== undefined) yield { node, what: `값을 바꿈: ${text}`, edits: whole(text) };
    }
    if (node.type === "TemplateElement" && node.end > node.start) yield { node, what: "문구를 지움", edits: whole("") };
    yield* operatorEdits(node, code);
  }
}

function* operatorEdits(node: Node, code: string): Generator<Harm> {
  const operator = part(node, "operator");
  const [left, right] = [nodePart(node, "left"), nodePart(node, "right")];
  const flipped = typeof operator === "string" ? FLIPPED[operator] : undefined;
  if (typeof operator !== "string" || flipped === undefined || left === undefined || right === undefined) return;
  const at = code.indexOf(operator, left.end);
  yield { node, what: `${operator} 기호를 ${flipped}로 바꿈`, edits: [{ start: at, end: at + operator.length, text: flipped }] };
}

const isListed = (node: Node, above: Node | undefined): boolean =>
  above !== undefined && (nodesPart(above, "body").includes(node) || nodesPart(above, "consequent").includes(node));

/** What is imported from where, and keys of objects, are names. */
function isName(node: Node, above: Node | undefined): boolean {
  if (above === undefined) return false;
  return nodePart(above, "source") === node || (above.type === "Property" && nodePart(above, "key") === node);
}

function otherLiteral(value: unknown): string | undefined {
  if (typeof value === "number") return String(value + 1);
  if (typeof value === "boolean") return String(!value);
  if (typeof value === "string") return value === "" ? '"변이"' : '""';
  return undefined;
}

/** Declarations moved from the module into the handler, and out of it. */
function* moves(tree: Node, code: string, name: string): Generator<Harm> {
  const handler = handlerIn(tree, name);
  if (handler === undefined) return;
  const { statement, body, own } = handler;
  for (const node of nodesPart(tree, "body")) {
    if (node.type !== "VariableDeclaration" || node === statement) continue;
    const inside: Edit = { start: body.start + 1, end: body.start + 1, text: `\n  ${code.slice(node.start, node.end)}` };
    yield { node, what: "핸들러 안으로 옮김", edits: [{ start: node.start, end: node.end, text: "" }, inside] };
  }
  for (const node of nodesPart(body, "body")) {
    if (node.type !== "VariableDeclaration" || namesIn(node).some((used) => own.has(used) && !declaredBy(node).includes(used))) continue;
    const outside: Edit = { start: statement.start, end: statement.start, text: `${code.slice(node.start, node.end)}\n` };
    yield { node, what: "핸들러 밖으로 옮김", edits: [{ start: node.start, end: node.end, text: "" }, outside] };
  }
}

interface HandlerPlace {
  /** At the module's top. */
  readonly statement: Node;
  readonly body: Node;
  /** Names of its parameters and of what its body declares. */
  readonly own: ReadonlySet<string>;
}

function handlerIn(tree: Node, name: string): HandlerPlace | undefined {
  for (const statement of nodesPart(tree, "body")) {
    for (const { node } of walk(statement)) {
      const fn = functionNamed(node, name);
      const body = fn && nodePart(fn, "body");
      if (fn === undefined || body?.type !== "BlockStatement") continue;
      const declared = nodesPart(body, "body").flatMap(declaredBy);
      return { statement, body, own: new Set([...nodesPart(fn, "params").flatMap(namesIn), ...declared]) };
    }
  }
  return undefined;
}

/** `const handler = () => …`, `function handler() …`, `exports.handler = () => …`. */
function functionNamed(node: Node, name: string): Node | undefined {
  const isCalled = (named: Node | undefined) => named !== undefined && part(named, "name") === name;
  if (node.type === "FunctionDeclaration" && isCalled(nodePart(node, "id"))) return node;
  if (node.type === "VariableDeclarator" && isCalled(nodePart(node, "id"))) return nodePart(node, "init");
  const target = node.type === "AssignmentExpression" ? nodePart(node, "left") : undefined;
  return target?.type === "MemberExpression" && isCalled(nodePart(target, "property")) ? nodePart(node, "right") : undefined;
}

const declaredBy = (declaration: Node): string[] =>
  nodesPart(declaration, "declarations").flatMap((declarator) => {
    const id = nodePart(declarator, "id");
    return id === undefined ? [] : namesIn(id);
  });

const namesIn = (node: Node): string[] =>
  [...walk(node)].flatMap(({ node: found }) => {
    const name = found.type === "Identifier" && isNode(found) ? part(found, "name") : undefined;
    return typeof name === "string" ? [name] : [];
  });
