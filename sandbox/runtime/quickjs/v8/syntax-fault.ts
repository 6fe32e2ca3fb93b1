/**
 * Where and how V8 says that a text is no program. acorn finds the place; what it says there becomes what V8's parser says.
 */
import { Parser, tokTypes } from "acorn";
import { wording } from "./syntax-wording.ts";

export interface SyntaxFault {
  /** V8's. */
  readonly message: string;
  /** What Node underlines: offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** What acorn knew when it gave up. */
export interface Refused {
  /** acorn's message without its position. */
  readonly message: string;
  readonly at: number;
  readonly token: Token;
  /** The token before. */
  readonly last: { readonly start: number; readonly end: number; readonly text: string };
  readonly text: string;
  readonly strict: boolean;
  /** What was being read, innermost last. */
  readonly within: readonly Within[];
}

export interface Token {
  /** acorn's name of its type: `name`, `num`, `string`, `;`, … */
  readonly type: string;
  readonly keyword: boolean;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Within = "arguments" | "template" | "statement end" | "declaration";

/** Undefined where acorn finds nothing to object to. */
export function syntaxFault(text: string, commonJs: boolean): SyntaxFault | undefined {
  const options = { ecmaVersion: "latest", allowHashBang: true } as const;
  try {
    if (commonJs) Probe.parse(text, { ...options, sourceType: "script", allowReturnOutsideFunction: true });
    else Probe.parse(text, { ...options, sourceType: "module" });
    return undefined;
  } catch (error) {
    // The probe's own; anything else is a bug.
    if (error instanceof Refusal) return wording(error.refused);
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

/** acorn's own methods, which its types leave out because they are for plugins. */
interface Internals {
  readonly input: string;
  readonly strict: boolean;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly type: { readonly label: string; readonly keyword?: string };
  readonly lastTokStart: number;
  readonly lastTokEnd: number;
  raise(at: number, message: string): never;
  raiseRecoverable(at: number, message: string): void;
  parseExprList(close: unknown, ...rest: unknown[]): unknown;
  parseTemplate(...rest: unknown[]): unknown;
  semicolon(): void;
  expect(type: unknown): void;
}

// The cast gives the class acorn's plugin methods (see acorn's README, "Plugin developments").
const Base = Parser as unknown as { new (...args: unknown[]): Internals; parse(text: string, options: object): unknown };

class Probe extends Base {
  readonly within: Within[] = [];

  override raise(at: number, message: string): never {
    const { start, end, type } = this;
    throw new Refusal({
      message,
      at,
      token: { type: type.label, keyword: type.keyword !== undefined, start, end, text: this.input.slice(start, end) },
      last: { start: this.lastTokStart, end: this.lastTokEnd, text: this.input.slice(this.lastTokStart, this.lastTokEnd) },
      text: this.input,
      strict: this.strict,
      within: this.within,
    });
  }

  override raiseRecoverable(at: number, message: string): void {
    this.raise(at, message);
  }

  override parseExprList(close: unknown, ...rest: unknown[]): unknown {
    return this.#inside(close === tokTypes.parenR ? "arguments" : undefined, () => super.parseExprList(close, ...rest));
  }

  override parseTemplate(...rest: unknown[]): unknown {
    return this.#inside("template", () => super.parseTemplate(...rest));
  }

  override semicolon(): void {
    this.#inside("statement end", () => super.semicolon());
  }

  #inside<T>(what: Within | undefined, read: () => T): T {
    if (what !== undefined) this.within.push(what);
    const result = read();
    if (what !== undefined) this.within.pop();
    return result;
  }
}
