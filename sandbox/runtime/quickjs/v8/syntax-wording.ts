/** V8's messages for what acorn says. */
import type { Refused, SyntaxFault } from "./syntax-fault.ts";

export function wording(refused: Refused): SyntaxFault {
  const { message, at } = refused;
  const fixed = FIXED[message];
  if (fixed !== undefined) return fault(fixed, at, tokenEnd(refused, at));
  for (const [pattern, word] of PATTERNS) {
    const match = pattern.exec(message);
    if (match !== null) return word(refused, match);
  }
  return message === "Unexpected token" ? unexpected(refused) : fault(message, at, tokenEnd(refused, at));
}

const fault = (message: string, start: number, end: number): SyntaxFault => ({ message, start, end: Math.max(end, start + 1) });

/** The end of the token at an offset. */
function tokenEnd({ token, last, text }: Refused, at: number): number {
  if (at === token.start) return token.end;
  if (at === last.start) return last.end;
  return at + (/^#?[\p{ID_Continue}$]+/u.exec(text.slice(at))?.[0].length ?? 1);
}

function unexpected(refused: Refused): SyntaxFault {
  const { token, last, within, at } = refused;
  const inner = within.at(-1);
  if (inner === "statement end" && last.text === "await") return fault(AWAIT, last.start, last.end);
  if (inner === "arguments" && at === token.start) return fault("missing ) after argument list", at, token.end);
  if (inner === "template" && at === token.start && token.type !== "eof") return fault("Missing } in template expression", at, token.end);
  return fault(unexpectedToken(refused), at, tokenEnd(refused, at));
}

const AWAIT = "await is only valid in async functions and the top level bodies of modules";
/** Words that are reserved in strict mode only. */
const STRICT = new Set(["let", "static", "yield", "implements", "interface", "package", "private", "protected", "public"]);

function unexpectedToken({ token, strict, at }: Refused): string {
  if (at !== token.start) return "Invalid or unexpected token";
  switch (token.type) {
    case "eof":
      return "Unexpected end of input";
    case "num":
    case "bigint":
      return "Unexpected number";
    case "string":
      return "Unexpected string";
    case "`":
    case "template":
      return "Unexpected template string";
    case "regexp":
      return "Unexpected regular expression";
    case "privateId":
      return `Unexpected identifier '${token.text}'`;
    case "name":
      if (token.text === "await" || token.text === "enum") return "Unexpected reserved word";
      if (strict && STRICT.has(token.text)) return "Unexpected strict mode reserved word";
      return `Unexpected identifier '${token.text}'`;
    default:
      return `Unexpected token '${token.text}'`;
  }
}

const FIXED: Readonly<Record<string, string>> = {
  "Unterminated template": "Unterminated template literal",
  "Unterminated template literal": "Unterminated template literal",
  "Unterminated string constant": "Invalid or unexpected token",
  "Unterminated comment": "Invalid or unexpected token",
  "Unterminated regular expression": "Invalid regular expression: missing /",
  "Invalid regular expression flag": "Invalid regular expression flags",
  "Duplicate regular expression flag": "Invalid regular expression flags",
  "Identifier directly after number": "Invalid or unexpected token",
  "Invalid number": "Invalid or unexpected token",
  "'return' outside of function": "Illegal return statement",
  "Missing catch or finally clause": "Missing catch or finally after try",
  "Multiple default clauses": "More than one default clause in switch statement",
  "Deleting local variable in strict mode": "Delete of an unqualified identifier in strict mode.",
  "Private fields can not be deleted": "Private fields can not be deleted",
  "'with' in strict mode": "Strict mode code may not include a with statement",
  "Octal literal in strict mode": "Octal literals are not allowed in strict mode.",
  "Duplicate constructor in the same class": "A class may only have one constructor",
  "Redefinition of __proto__ property": "Duplicate __proto__ fields are not allowed in object literals",
  "Argument name clash": "Duplicate parameter name not allowed in this context",
  "getter should have no params": "Getter must not have any formal parameters.",
  "setter should have exactly one param": "Setter must have exactly one formal parameter.",
  "Setter cannot use rest params": "Setter function argument must not be a rest parameter",
  "Shorthand property assignments are valid only in destructuring patterns": "Invalid shorthand property initializer",
  "Optional chaining cannot appear in the callee of new expressions": "Invalid optional chain from new expression",
  "Optional chaining cannot appear in the tag of tagged template expressions": "Invalid tagged template on optional chain",
  "Optional chaining cannot appear in left-hand side": "Invalid left-hand side in assignment",
  "'super' keyword outside a method": "'super' keyword unexpected here",
  "super() call outside constructor of a subclass": "'super' keyword unexpected here",
  "Invalid use of 'super'": "'super' keyword unexpected here",
  "Await expression cannot be a default value": "Illegal await-expression in formal parameters of async function",
  "Yield expression cannot be a default value": "Yield expression not allowed in formal parameter",
  "'new.target' can only be used in functions and class static block": "new.target expression is not allowed here",
  "Classes can't have a field named 'constructor'": "Classes may not have a field named 'constructor'",
  "Classes can't have an element named '#constructor'": "Classes may not have a private field named '#constructor'",
  "Classes may not have a static property named prototype": "Classes may not have a static property named 'prototype'",
  "Classes can't have a static field named 'prototype'": "Classes may not have a static property named 'prototype'",
  "Constructor can't be a generator": "Class constructor may not be a generator",
  "Constructor can't be an async method": "Class constructor may not be an async method",
  "Constructor can't have get/set modifier": "Class constructor may not be an accessor",
  "Cannot use 'arguments' in class field initializer": "'arguments' is not allowed in class field initializer or static initialization block",
  "Comma is not permitted after the rest element": "Rest element must be last element",
  "Parenthesized pattern": "Invalid destructuring assignment target",
  "Binding member expression": "Illegal property in declaration context",
  "Bad escape sequence in untagged template literal": "Invalid escape sequence in template",
  "Cannot use keyword 'await' outside an async function": AWAIT,
  "Cannot use 'await' as identifier inside an async function": "Unexpected reserved word",
  "Cannot use 'yield' as identifier inside a generator": "Unexpected identifier 'yield'",
  "Expecting Unicode escape sequence \\uXXXX": "Invalid Unicode escape sequence",
  "Invalid Unicode escape": "Invalid Unicode escape sequence",
  "Bad character escape sequence": "Invalid hexadecimal escape sequence",
};

type Word = (refused: Refused, match: RegExpExecArray) => SyntaxFault;

const PATTERNS: readonly (readonly [RegExp, Word])[] = [
  [/^'import' and 'export' may appear only with 'sourceType: module'$/, moduleOnly],
  [/^'import' and 'export' may only appear at the top level$/, (refused) => fault(`Unexpected token '${refused.token.text}'`, refused.at, refused.token.end)],
  [/^Unexpected character '/, ({ at }) => fault("Invalid or unexpected token", at, at + 1)],
  [/^Missing initializer in (\w+) declaration$/, missingInitializer],
  [/^Complex binding patterns require an initialization value$/, missingPatternInitializer],
  [/^Unsyntactic (\w+)$/, unsyntactic],
  [/^Label '(.*)' is already declared$/, (refused, [, label]) => fault(`Label '${label}' has already been declared`, refused.at, tokenEnd(refused, refused.at))],
  [/^Duplicate export '(.*)'$/, (refused, [, name]) => fault(`Duplicate export of '${name}'`, refused.at, tokenEnd(refused, refused.at))],
  [/^Export '(.*)' is not defined$/, (refused, [, name]) => fault(`Export '${name}' is not defined in module`, refused.at, tokenEnd(refused, refused.at))],
  [/^(Binding|Assigning to) (eval|arguments) in strict mode$/, (refused) => fault("Unexpected eval or arguments in strict mode", refused.at, tokenEnd(refused, refused.at))],
  [/^(Binding|Assigning to) rvalue$|^Assigning to rvalue$/, invalidTarget],
  [/^The keyword '(.*)' is reserved$/, reserved],
  [/^Unexpected keyword '(.*)'$/, (refused, [, word]) => fault(`Unexpected token '${word}'`, refused.at, tokenEnd(refused, refused.at))],
  [/^Logical expressions and coalesce/, (refused) => fault(`Unexpected token '${refused.token.text}'`, refused.token.start, refused.token.end)],
  [/^Escape sequence in keyword/, (refused) => fault("Keyword must not contain escaped characters", refused.at, refused.token.end)],
];

function moduleOnly(refused: Refused): SyntaxFault {
  const { token, at } = refused;
  return token.text === "import" ? fault("Cannot use import statement outside a module", at, token.end) : fault(`Unexpected token '${token.text}'`, at, token.end);
}

function missingInitializer(refused: Refused, [, kind]: RegExpExecArray): SyntaxFault {
  return fault(`Missing initializer in ${kind} declaration`, refused.last.start, refused.last.end);
}

function missingPatternInitializer(refused: Refused): SyntaxFault {
  return fault("Missing initializer in destructuring declaration", refused.last.start, refused.last.end);
}

function unsyntactic(refused: Refused, [, keyword]: RegExpExecArray): SyntaxFault {
  const { text, at } = refused;
  const label = /^\w+[^\S\n]+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(text.slice(at))?.[1];
  const place = label === undefined ? at : text.indexOf(label, at + (keyword?.length ?? 0));
  const end = label === undefined ? at + (keyword?.length ?? 1) : place + label.length;
  if (label !== undefined) return fault(`Undefined label '${label}'`, place, end);
  return keyword === "break" ? fault("Illegal break statement", at, end) : fault("Illegal continue statement: no surrounding iteration statement", at, end);
}

/** What the text does with what cannot be assigned to, its neighbours say. */
function invalidTarget(refused: Refused): SyntaxFault {
  const { text, at, last, token } = refused;
  const end = Math.max(last.end, at + 1);
  if (/^(\+\+|--)$/.test(token.text)) return fault("Invalid left-hand side expression in postfix operation", at, last.end);
  if (/(\+\+|--)\s*$/.test(text.slice(0, at))) return fault("Invalid left-hand side expression in prefix operation", at, end);
  if (/^(of|in)$/.test(token.text)) return fault("Invalid left-hand side in for-loop", at, end);
  return fault("Invalid left-hand side in assignment", at, end);
}

function reserved(refused: Refused, [, word = ""]: RegExpExecArray): SyntaxFault {
  const end = refused.at + word.length;
  if (word === "await" || word === "enum") return fault("Unexpected reserved word", refused.at, end);
  return fault(STRICT.has(word) ? "Unexpected strict mode reserved word" : `Unexpected token '${word}'`, refused.at, end);
}
