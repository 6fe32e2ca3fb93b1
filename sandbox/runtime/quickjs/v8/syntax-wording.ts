/** V8's messages for what acorn says. */
import { contextual } from "./syntax-contexts.ts";
import type { Refused, SyntaxFault } from "./syntax-fault.ts";
import { scanning } from "./syntax-scanning.ts";
import { fault, faultAt, STRICT, tokenAt, undeclaredPrivate, unexpected } from "./syntax-tokens.ts";

export function wording(refused: Refused): SyntaxFault {
  const { message, at } = refused;
  const inScan = scanning(refused);
  if (inScan !== undefined) return inScan;
  const fixed = FIXED[message];
  if (fixed !== undefined) return at === refused.token.end ? faultAt(refused, fixed, refused.last.start) : faultAt(refused, fixed, at);
  for (const [pattern, word] of PATTERNS) {
    const match = pattern.exec(message);
    if (match !== null) return word(refused, match[1] ?? "");
  }
  if (message !== "Unexpected token") return faultAt(refused, message, at);
  return contextual(refused) ?? unexpected(refused, tokenAt(refused, at));
}

const FIXED: Readonly<Record<string, string>> = {
  "'return' outside of function": "Illegal return statement",
  "Multiple default clauses": "More than one default clause in switch statement",
  "Deleting local variable in strict mode": "Delete of an unqualified identifier in strict mode.",
  "'with' in strict mode": "Strict mode code may not include a with statement",
  "Duplicate constructor in the same class": "A class may only have one constructor",
  "Redefinition of __proto__ property": "Duplicate __proto__ fields are not allowed in object literals",
  "Argument name clash": "Duplicate parameter name not allowed in this context",
  "Shorthand property assignments are valid only in destructuring patterns": "Invalid shorthand property initializer",
  "Optional chaining cannot appear in the callee of new expressions": "Invalid optional chain from new expression",
  "Optional chaining cannot appear in the tag of tagged template expressions": "Invalid tagged template on optional chain",
  "'super' keyword outside a method": "'super' keyword unexpected here",
  "super() call outside constructor of a subclass": "'super' keyword unexpected here",
  "Invalid use of 'super'": "'super' keyword unexpected here",
  "Await expression cannot be a default value": "Illegal await-expression in formal parameters of async function",
  "Yield expression cannot be a default value": "Yield expression not allowed in formal parameter",
  "Classes can't have a field named 'constructor'": "Classes may not have a field named 'constructor'",
  "Classes can't have an element named '#constructor'": "Classes may not have a private field named '#constructor'",
  "Classes may not have a static property named prototype": "Classes may not have a static property named 'prototype'",
  "Classes can't have a static field named 'prototype'": "Classes may not have a static property named 'prototype'",
  "Constructor can't be a generator": "Class constructor may not be a generator",
  "Constructor can't be an async method": "Class constructor may not be an async method",
  "Constructor can't have get/set modifier": "Class constructor may not be an accessor",
  "Cannot use 'arguments' in class field initializer":
    "'arguments' is not allowed in class field initializer or static initialization block",
  "Binding member expression": "Illegal property in declaration context",
  "Cannot use keyword 'await' outside an async function": "Unexpected reserved word",
  "Cannot use 'await' as identifier inside an async function": "Unexpected reserved word",
  "Cannot use 'yield' as identifier inside a generator": "Unexpected identifier 'yield'",
};

type Word = (refused: Refused, name: string) => SyntaxFault;

const sameToken =
  (message: (name: string) => string): Word =>
  (refused, name) =>
    faultAt(refused, message(name), refused.at);

const PATTERNS: readonly (readonly [RegExp, Word])[] = [
  [/^'import' and 'export' may (?:appear only|only appear)/, misplacedModuleSyntax],
  [
    /^Complex binding patterns require/,
    ({ declared }) => fault("Missing initializer in destructuring declaration", declared.start, declared.end),
  ],
  [/^Unsyntactic (\w+)$/, unsyntactic],
  [/^Label '(.*)' is already declared$/, sameToken((label) => `Label '${label}' has already been declared`)],
  [/^Identifier '(.*)' has already been declared$/, redeclared],
  [/^Private field '(.*)' must be declared/, (refused) => undeclaredPrivate(refused, refused.at)],
  [/^Duplicate export '(.*)'$/, sameToken((name) => `Duplicate export of '${name}'`)],
  [/^Export '(.*)' is not defined$/, sameToken((name) => `Export '${name}' is not defined in module`)],
  [/^(?:Binding|Assigning to) (?:eval|arguments) in strict mode$/, sameToken(() => "Unexpected eval or arguments in strict mode")],
  [/^(?:Binding|Assigning to) rvalue$|^Parenthesized pattern$|^Optional chaining cannot appear in left-hand side$/, invalidTarget],
  [/^The keyword '(.*)' is reserved$/, reserved],
  [/^Unexpected keyword '(.*)'$/, keyword],
  [/^Logical expressions and coalesce/, (refused) => unexpected(refused, refused.token)],
  [/^Escape sequence in keyword/, sameToken(() => "Keyword must not contain escaped characters")],
  [/^Missing catch or finally clause$/, ({ last }) => fault("Missing catch or finally after try", last.start, last.end)],
  [/^Illegal newline after throw$/, ({ last }) => fault("Illegal newline after throw", last.start, last.end)],
  [/^Illegal 'use strict' directive/, lateStrict],
  [/^(getter|setter|Setter) (?:should|cannot)/, accessorParameters],
  [/^Cannot use 'import.meta' outside/, ({ last, message }) => fault(message, last.start, last.end)],
  [/^'new.target' can only/, ({ at }) => fault("new.target expression is not allowed here", at, at + "new.target".length)],
  [/^Comma is not permitted after the rest element$/, afterRest],
];

function misplacedModuleSyntax(refused: Refused): SyntaxFault {
  const { token, at, module, text } = refused;
  if (token.text !== "import") return faultAt(refused, `Unexpected token '${token.text}'`, at);
  if (!module) return faultAt(refused, "Cannot use import statement outside a module", at);
  // V8 takes it for the beginning of an import() and fails at what follows.
  const start = token.end + (/^\s*/.exec(text.slice(token.end))?.[0].length ?? 0);
  const first = text.charAt(start);
  const word = tokenAt(refused, start);
  if (/["']/.test(first)) return fault("Unexpected string", start, text.indexOf(first, start + 1) + 1);
  return fault(/[\p{ID_Start}$_]/u.test(first) ? `Unexpected identifier '${word.text}'` : `Unexpected token '${first}'`, start, word.end);
}

function unsyntactic(refused: Refused, keyword: string): SyntaxFault {
  const { text, at, labels } = refused;
  const label = /^\w+[^\S\n]+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(text.slice(at))?.[1];
  if (label !== undefined) {
    const start = text.indexOf(label, at + keyword.length);
    const message = labels.includes(label)
      ? `Illegal continue statement: '${label}' does not denote an iteration statement`
      : `Undefined label '${label}'`;
    return fault(message, start, start + label.length);
  }
  const message = keyword === "break" ? "Illegal break statement" : "Illegal continue statement: no surrounding iteration statement";
  return fault(message, at, at + keyword.length);
}

function redeclared(refused: Refused, name: string): SyntaxFault {
  const { text, at, message } = refused;
  const declaration = /(?:async\s+)?function\s*\*?\s*$/.exec(text.slice(0, at));
  if (declaration === null || name.startsWith("#")) return faultAt(refused, message, at);
  return fault(message, declaration.index, declaration.index + 1);
}

/** What the text does with what cannot be assigned to, its neighbours say. */
function invalidTarget(refused: Refused): SyntaxFault {
  const { text, target, token, last } = refused;
  const { start, end } = withParentheses(text, target.start, target.end);
  if (target.inPattern || last.text === "=>") return fault("Invalid destructuring assignment target", target.start, target.end);
  if (/^(\+\+|--)$/.test(token.text)) return fault("Invalid left-hand side expression in postfix operation", start, end);
  if (/(\+\+|--)\s*$/.test(text.slice(0, start))) return fault("Invalid left-hand side expression in prefix operation", start, end);
  if (/^(of|in)$/.test(token.text)) return fault("Invalid left-hand side in for-loop", start, end);
  return fault("Invalid left-hand side in assignment", start, end);
}

function withParentheses(text: string, start: number, end: number): { start: number; end: number } {
  const before = /\(\s*$/.exec(text.slice(0, start));
  const after = /^\s*\)/.exec(text.slice(end));
  return before !== null && after !== null ? { start: before.index, end: end + after[0].length } : { start, end };
}

function reserved(refused: Refused, word: string): SyntaxFault {
  const { at } = refused;
  if (word === "await" || word === "enum") return faultAt(refused, "Unexpected reserved word", at);
  return faultAt(refused, STRICT.has(word) ? "Unexpected strict mode reserved word" : `Unexpected token '${word}'`, at);
}

/** In `{ this }`, V8 fails behind the word. */
function keyword(refused: Refused, word: string): SyntaxFault {
  const before = refused.text.slice(0, refused.at);
  const declared = /\b(var|let|const)\s+$/.exec(before);
  if (declared?.[1] === "let" && refused.strict) return fault("Unexpected strict mode reserved word", declared.index, declared.index + 3);
  return refused.at === refused.last.start && refused.within === "object"
    ? unexpected(refused, refused.token)
    : faultAt(refused, `Unexpected token '${word}'`, refused.at);
}

function lateStrict({ text, at, message }: Refused): SyntaxFault {
  const start = text.slice(at).search(/["']use strict["']/) + at;
  return fault(message, start, start + "'use strict'".length);
}

function accessorParameters({ text, at, message }: Refused): SyntaxFault {
  const start = text.charAt(at) === "(" ? at : text.lastIndexOf("(", at);
  return fault(ACCESSORS[message] ?? message, start, text.indexOf(")", start) + 1);
}

const ACCESSORS: Readonly<Record<string, string>> = {
  "getter should have no params": "Getter must not have any formal parameters.",
  "setter should have exactly one param": "Setter must have exactly one formal parameter.",
  "Setter cannot use rest params": "Setter function argument must not be a rest parameter",
};

function afterRest(refused: Refused): SyntaxFault {
  if (refused.within === "parameters") return faultAt(refused, "Rest parameter must be last formal parameter", refused.at);
  return fault("Rest element must be last element", refused.last.start, refused.last.end);
}
