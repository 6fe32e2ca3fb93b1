/**
 * Where and how V8 says that a text is no program. acorn finds the place; what it says there becomes what V8's parser says.
 */
import { TokenType, tokTypes } from "acorn";
import { TooDeep } from "../parser/bounded.ts";
import { WholeParser } from "../parser/whole.ts";
import { wording } from "./syntax-wording.ts";

export interface SyntaxFault {
  /** V8's. */
  readonly message: string;
  /** What Node underlines: offsets in the text. Nothing is underlined where they are equal. */
  readonly start: number;
  readonly end: number;
}

/** What acorn knew when it gave up. */
export interface Refused {
  /** acorn's message without its position. */
  readonly message: string;
  readonly at: number;
  readonly token: Token;
  readonly last: Token;
  readonly text: string;
  readonly module: boolean;
  readonly strict: boolean;
  readonly labels: readonly string[];
  /** What acorn wanted next, where it wanted one thing: `,`, `}`. */
  readonly expected: string;
  /** What was being read. */
  readonly within: Within;
  /** The last name or pattern that was declared, and the last that was to be assigned to. */
  readonly declared: Span & { readonly kind: string };
  readonly target: Span & { readonly inPattern: boolean };
  /** Where the operand began around the one that is being read. */
  readonly unary: number;
  /** What is wrong with the token itself. */
  readonly illegal: SyntaxFault | undefined;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Span {
  /** acorn's name of its type: `name`, `num`, `string`, `;`, … */
  readonly type: string;
  readonly keyword: boolean;
  readonly text: string;
}

export type Within = "arguments" | "template" | "statement end" | "parameters" | "object" | "class" | "code";

/** Undefined where acorn finds nothing to object to, or does not look so deep. */
export function syntaxFault(text: string, commonJs: boolean): SyntaxFault | undefined {
  const options = { ecmaVersion: "latest", allowHashBang: true } as const;
  try {
    if (commonJs) new Probe({ ...options, sourceType: "script", allowReturnOutsideFunction: true }, text).parse();
    else new Probe({ ...options, sourceType: "module" }, text).parse();
    return undefined;
  } catch (error) {
    // The probe's own; anything else is a bug.
    if (error instanceof Refusal) return wording(error.refused);
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

class Refusal extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.message);
    this.refused = refused;
  }
}

interface TreeNode extends Span {
  readonly type: string;
}

/** acorn's own methods, which its types leave out because they are for plugins. */
interface Internals {
  readonly input: string;
  readonly inModule: boolean;
  readonly strict: boolean;
  readonly start: number;
  readonly end: number;
  readonly pos: number;
  readonly type: { readonly label: string; readonly keyword?: string };
  readonly labels: readonly { readonly name?: string | null }[];
  readonly lastTokStart: number;
  readonly lastTokEnd: number;
  parse(): unknown;
  raise(at: number, message: string): never;
  raiseRecoverable(at: number, message: string): void;
  expect(type: { readonly label: string }): void;
  semicolon(): void;
  readToken(code: number): void;
  readTmplToken(): void;
  finishToken(type: TokenType): void;
  parseExprList(close: unknown, ...rest: unknown[]): unknown;
  parseTemplate(...rest: unknown[]): unknown;
  parseFunctionParams(node: unknown): void;
  parseFunctionBody(...args: unknown[]): void;
  parseBindingAtom(): unknown;
  parseObj(...args: unknown[]): unknown;
  parseClassElement(...args: unknown[]): unknown;
  parseVarId(declaration: unknown, kind: string): void;
  parseMaybeUnary(...args: unknown[]): unknown;
  toAssignable(node: TreeNode, ...rest: unknown[]): unknown;
  checkLValSimple(node: TreeNode, ...rest: unknown[]): void;
}

// The cast gives the class acorn's plugin methods (acorn's README, "Plugin developments").
const Base = WholeParser as unknown as new (options: object, text: string) => Internals;

/** A token that is none: it is read over, so that the parser says where it does not fit. */
// acorn's constructor is not in its types either.
const ILLEGAL = new (TokenType as unknown as new (label: string) => TokenType)("illegal");

class Probe extends Base {
  #within: Within = "code";
  #expected = "";
  #declared = { start: 0, end: 0, kind: "" };
  #target = { start: 0, end: 0, inPattern: false };
  #depth = 0;
  readonly #operands: number[] = [];
  #illegal: SyntaxFault | undefined;

  override raise(at: number, message: string): never {
    throw new Refusal({
      message,
      at,
      token: this.#token(this.start, this.end, this.type.label, this.type.keyword !== undefined),
      last: this.#token(this.lastTokStart, this.lastTokEnd, "", false),
      text: this.input,
      module: this.inModule,
      strict: this.strict,
      labels: this.labels.flatMap(({ name }) => name ?? []),
      expected: this.#expected,
      within: this.#within,
      declared: this.#declared,
      target: this.#target,
      unary: this.#operands.at(-2) ?? this.start,
      illegal: this.#illegal,
    });
  }

  override raiseRecoverable(at: number, message: string): void {
    this.raise(at, message);
  }

  override expect(type: { readonly label: string }): void {
    this.#expected = type.label;
    super.expect(type);
    this.#expected = "";
  }

  override semicolon(): void {
    this.#inside("statement end", () => super.semicolon());
  }

  override readToken(code: number): void {
    this.#scan(() => super.readToken(code));
  }

  override readTmplToken(): void {
    this.#scan(() => super.readTmplToken());
  }

  override parseExprList(close: unknown, ...rest: unknown[]): unknown {
    return this.#inside(close === tokTypes.parenR ? "arguments" : "code", () => super.parseExprList(close, ...rest));
  }

  override parseTemplate(...rest: unknown[]): unknown {
    return this.#inside("template", () => super.parseTemplate(...rest));
  }

  override parseFunctionParams(node: unknown): void {
    this.#inside("parameters", () => super.parseFunctionParams(node));
  }

  override parseFunctionBody(...args: unknown[]): void {
    this.#inside("code", () => super.parseFunctionBody(...args));
  }

  override parseBindingAtom(): unknown {
    return this.type === tokTypes.name ? super.parseBindingAtom() : this.#inside("code", () => super.parseBindingAtom());
  }

  override parseObj(...args: unknown[]): unknown {
    return this.#inside("object", () => super.parseObj(...args));
  }

  override parseClassElement(...args: unknown[]): unknown {
    return this.#inside("class", () => super.parseClassElement(...args));
  }

  override parseVarId(declaration: unknown, kind: string): void {
    const { start } = this;
    super.parseVarId(declaration, kind);
    this.#declared = { start, end: this.lastTokEnd, kind };
  }

  override parseMaybeUnary(...args: unknown[]): unknown {
    this.#operands.push(this.start);
    const result = super.parseMaybeUnary(...args);
    this.#operands.pop();
    return result;
  }

  override toAssignable(node: TreeNode, ...rest: unknown[]): unknown {
    // V8 leaves it to the running program to refuse `f() = 1`.
    if (this.#depth === 0 && node?.type === "CallExpression") return node;
    this.#aim(node);
    this.#depth += 1;
    const result = super.toAssignable(node, ...rest);
    this.#depth -= 1;
    return result;
  }

  override checkLValSimple(node: TreeNode, ...rest: unknown[]): void {
    if (node.type === "CallExpression") return;
    this.#aim(node);
    super.checkLValSimple(node, ...rest);
  }

  #aim(node: TreeNode | undefined): void {
    if (node) this.#target = { start: node.start, end: node.end, inPattern: this.#depth > 0 };
  }

  #token(start: number, end: number, type: string, keyword: boolean): Token {
    return { type, keyword, start, end, text: this.input.slice(start, end) };
  }

  #inside<T>(what: Within, read: () => T): T {
    const outer = this.#within;
    this.#within = what;
    const result = read();
    this.#within = outer;
    return result;
  }

  #scan(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#illegal = wording({ ...error.refused, token: { ...error.refused.token, start: this.start } });
      this.finishToken(ILLEGAL);
    }
  }
}
