/**
 * Builds the parser of texts that the engine has accepted: `node sandbox/runtime/quickjs/parser/build.ts`.
 *
 * dist/acorn.js is the package acorn without what only tells broken texts from sound ones: its check of regular expressions, and its
 * tables of the world's letters. What the fault of a text is, the whole package is asked (../v8/syntax-fault.ts); but a reader's
 * first error waits for this one, which is a quarter lighter.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ModuleDeclaration, parse, type Statement } from "acorn";

/** A table of acorn's → what stands for it. In a sound text a word ends where a sign of ASCII or white space follows. */
const REPLACED: Readonly<Record<string, string>> = {
  nonASCIIidentifierStartChars: String.raw`"\xaa-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff"`,
  nonASCIIidentifierChars: '""',
  astralIdentifierStartCodes: "[0, 0xfffff]",
  astralIdentifierCodes: "[]",
  RegExpValidationState: "function () {}",
};

/** What is assigned to them: methods that only check regular expressions. */
const CHECKS = /\.(regexp_\w+|validateRegExp\w+)$|^RegExpValidationState\.prototype\.\w+$/;

/** The loop that fills acorn's tables of Unicode's properties. */
const FILLS_TABLES = "buildUnicodeData(";

/** Checks that are called from elsewhere, or bounded (bounded.ts). */
const CALLED = ["validateRegExpFlags", "validateRegExpPattern", "regexp_disjunction", "regexp_eatNestedClass"];

const NOTHING = `
RegExpValidationState.prototype.reset = function () {};
${CALLED.map((name) => `Parser.prototype.${name} = function () {};`).join("\n")}
`;

type Part = Statement | ModuleDeclaration;

function withoutChecks(source: string): string {
  const parts = parse(source, { ecmaVersion: "latest", sourceType: "module" }).body;
  const replaced = new Set<string>();
  let checks = 0;
  const kept = parts.flatMap((part) => {
    const text = source.slice(part.start, part.end);
    const { name, assigned } = namesOf(part, source);
    if (name !== undefined && Object.hasOwn(REPLACED, name)) {
      replaced.add(name);
      return [`var ${name} = ${REPLACED[name]};`];
    }
    const isCheck = assigned === undefined ? part.type === "ForStatement" && text.includes(FILLS_TABLES) : CHECKS.test(assigned);
    if (!isCheck) return [text];
    checks += 1;
    return [];
  });
  const missing = Object.keys(REPLACED).filter((name) => !replaced.has(name));
  if (missing.length > 0 || checks < 50) throw new Error(`parser: acorn has no ${missing.join(", ")} any more, or but ${checks} checks`);
  kept.splice(-1, 0, NOTHING);
  return kept.join("\n");
}

/** What a statement of acorn's declares, or assigns to. */
function namesOf(part: Part, source: string): { readonly name?: string; readonly assigned?: string } {
  if (part.type === "VariableDeclaration") {
    const [declared] = part.declarations;
    return part.declarations.length === 1 && declared?.id.type === "Identifier" ? { name: declared.id.name } : {};
  }
  if (part.type !== "ExpressionStatement" || part.expression.type !== "AssignmentExpression") return {};
  const { left } = part.expression;
  return { assigned: source.slice(left.start, left.end) };
}

const out = new URL("./dist/", import.meta.url);
mkdirSync(out, { recursive: true });
const source = readFileSync(fileURLToPath(import.meta.resolve("acorn")), "utf8");
writeFileSync(new URL("acorn.js", out), withoutChecks(source));
writeFileSync(new URL("acorn.d.ts", out), 'export * from "acorn";\n');
