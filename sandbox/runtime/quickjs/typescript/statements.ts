/** Statements that are type from end to end, and import and export lists that name types. */
import type { Blanks } from "./blanks.ts";
import { child, type Node, Unsupported } from "./nodes.ts";

/** Could be taken for more of the statement before. */
const CONTINUATION = /^(?:[([`/]|\+(?!\+)|-(?!-))/;

/** True where the statement is done with. */
export function eraseStatement(node: Node, blanks: Blanks): boolean {
  refuse(node, blanks);
  if (isType(node)) {
    blanks.add(node.start, node.end);
    const before = blanks.before(node.start);
    if (before >= 0 && blanks.text[before] !== ";" && blanks.continuesAfter(node.end, CONTINUATION)) blanks.put(node.start, ";");
    return true;
  }
  if (node.type === "ImportDeclaration" || node.type === "ExportNamedDeclaration") eraseSpecifiers(node, blanks);
  // It has no meaning outside of declaration files; Node leaves it to V8.
  return node.type === "TSNamespaceExportDeclaration";
}

export function isType(node: Node): boolean {
  switch (node.type) {
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSDeclareFunction":
      return true;
    case "VariableDeclaration":
    case "ClassDeclaration":
    case "FunctionDeclaration":
    case "TSEnumDeclaration":
      return node.declare === true;
    case "TSModuleDeclaration":
      return node.declare === true || hasOnlyTypes(node);
    case "ImportDeclaration":
      return node.importKind === "type";
    case "TSImportEqualsDeclaration":
      return node.importKind === "type";
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
      return node.exportKind === "type" || (isPresent(node.declaration) && isType(node.declaration));
    default:
      return false;
  }
}

/** `declare global`, and namespaces in which there is nothing to run. */
function hasOnlyTypes({ body }: Node): boolean {
  if (!isPresent(body)) return true;
  if (body.type === "TSModuleDeclaration") return isType(body);
  const statements = body.body as readonly Node[];
  return statements.every((statement) => statement.type === "EmptyStatement" || isType(statement));
}

function refuse(node: Node, blanks: Blanks): void {
  if (node.type === "TSEnumDeclaration" && node.declare !== true) throw unsupported("enum", node);
  if (node.type === "TSModuleDeclaration" && node.global !== true) {
    const id = child(node, "id");
    if (id.type === "Identifier" && blanks.text.slice(blanks.wordBefore(id.start), id.start).startsWith("module"))
      throw new Unsupported("`module` keyword is not supported. Use `namespace` instead.", node);
    if (!isType(node)) throw unsupported("namespace declaration", node);
  }
  if (node.type === "TSImportEqualsDeclaration" && node.importKind !== "type") throw unsupported("import equals declaration", node);
  if (node.type === "TSExportAssignment") throw unsupported("export assignment", node);
}

const unsupported = (what: string, node: Node) => new Unsupported(`TypeScript ${what} is not supported in strip-only mode`, node);

/** `import { type A, b }`: the comma after it goes too. */
function eraseSpecifiers({ specifiers }: Node, blanks: Blanks): void {
  for (const specifier of (specifiers ?? []) as readonly Node[]) {
    if (specifier.importKind !== "type" && specifier.exportKind !== "type") continue;
    const next = blanks.after(specifier.end);
    blanks.add(specifier.start, blanks.text[next] === "," ? next + 1 : specifier.end);
  }
}

function isPresent(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
