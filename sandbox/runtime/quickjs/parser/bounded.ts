/**
 * acorn, with an end to nesting that is the same everywhere. acorn recurses with the text's nesting, and with every operand of
 * `a + b + c + …`, on the host's stack: without a bound, whether a text has a tree would depend on the browser.
 */
import type { Options, Parser } from "acorn";

/** The text is nested deeper than is looked into. */
export class TooDeep extends Error {
  constructor() {
    super("the text is nested too deeply to be parsed");
  }
}

/** What a text may take of the host's stack: half of what a worker in Chromium has, which has least. */
const STACK_BYTES = 250_000;

/** acorn's methods through which all its recursion passes. Its types leave them out because they are for plugins. */
interface Grammar {
  catchStackOverflow(parse: () => unknown): unknown;
  parseStatement(...args: unknown[]): unknown;
  parseFunctionBody(...args: unknown[]): unknown;
  parseClass(...args: unknown[]): unknown;
  parseMaybeAssign(...args: unknown[]): unknown;
  parseExprOp(...args: unknown[]): unknown;
  parseMaybeUnary(...args: unknown[]): unknown;
  parseExprSubscripts(...args: unknown[]): unknown;
  parseNew(): unknown;
  parseBindingAtom(): unknown;
  regexp_disjunction(state: unknown): unknown;
  regexp_eatNestedClass(state: unknown): unknown;
}

type GrammarClass = new (options: Options, text: string) => Grammar;

/**
 * The bytes are what a method takes of the stack until the next one: measured in Chromium on the deepest texts that it parses,
 * and rounded up. Arguments are passed one by one, because `apply` and spread calls cost Firefox's interpreter a frame of C++.
 * @returns A parser like the given one, whose methods throw TooDeep too.
 */
export function bounded(parser: typeof Parser): typeof Parser {
  class Bounded extends (parser as unknown as GrammarClass) {
    #left = STACK_BYTES;

    /** acorn would make a SyntaxError of the host's overflow. */
    override catchStackOverflow(parse: () => unknown): unknown {
      return parse();
    }

    override parseStatement(a: unknown, b: unknown, c: unknown): unknown {
      this.#enter(560);
      return this.#leave(560, super.parseStatement(a, b, c));
    }

    override parseFunctionBody(a: unknown, b: unknown, c: unknown, d: unknown): unknown {
      this.#enter(900);
      return this.#leave(900, super.parseFunctionBody(a, b, c, d));
    }

    override parseClass(a: unknown, b: unknown): unknown {
      this.#enter(900);
      return this.#leave(900, super.parseClass(a, b));
    }

    override parseMaybeAssign(a: unknown, b: unknown, c: unknown): unknown {
      this.#enter(260);
      return this.#leave(260, super.parseMaybeAssign(a, b, c));
    }

    override parseExprOp(a: unknown, b: unknown, c: unknown, d: unknown, e: unknown): unknown {
      this.#enter(260);
      return this.#leave(260, super.parseExprOp(a, b, c, d, e));
    }

    override parseMaybeUnary(a: unknown, b: unknown, c: unknown, d: unknown): unknown {
      this.#enter(260);
      return this.#leave(260, super.parseMaybeUnary(a, b, c, d));
    }

    override parseExprSubscripts(a: unknown, b: unknown): unknown {
      this.#enter(900);
      return this.#leave(900, super.parseExprSubscripts(a, b));
    }

    override parseNew(): unknown {
      this.#enter(900);
      return this.#leave(900, super.parseNew());
    }

    override parseBindingAtom(): unknown {
      this.#enter(700);
      return this.#leave(700, super.parseBindingAtom());
    }

    override regexp_disjunction(a: unknown): unknown {
      this.#enter(1000);
      return this.#leave(1000, super.regexp_disjunction(a));
    }

    override regexp_eatNestedClass(a: unknown): unknown {
      this.#enter(1000);
      return this.#leave(1000, super.regexp_eatNestedClass(a));
    }

    #enter(bytes: number): void {
      this.#left -= bytes;
      if (this.#left < 0) throw new TooDeep();
    }

    /** What throws ends the parsing, so that nothing is given back then. */
    #leave<T>(bytes: number, node: T): T {
      this.#left += bytes;
      return node;
    }
  }

  for (const name of Object.getOwnPropertyNames(Bounded.prototype)) {
    if (!(name in parser.prototype)) throw new Error(`parser/bounded: acorn has no ${name} any more`);
  }
  // A subclass of acorn's class, of which only the methods above had to be told.
  return Bounded as unknown as typeof Parser;
}
