/**
 * acorn with TypeScript's syntax, with an end to nesting that is the same everywhere (../parser/bounded.ts says why). What is
 * wrong with the JavaScript beneath the types is not looked at: the engine says it of what is left of the text.
 */
import { tsPlugin } from "@sveltejs/acorn-typescript";
import { type Options, Parser, type Program } from "acorn";
import { TooDeep } from "../parser/bounded.ts";
import type { Node } from "./nodes.ts";

export interface Comment {
  readonly start: number;
  readonly end: number;
}

/** Pays for work (../codec.ts). */
export type Spend = (counts: number) => void;

export interface Parsed {
  readonly program: Node;
  readonly comments: readonly Comment[];
}

/** Throws acorn's SyntaxError, whose `pos` is where, or TooDeep. `spend`: what takes longer than a text of its length should. */
export function parseTypeScript(text: string, spend: Spend = () => undefined): Parsed {
  // The plugin reads ahead and goes back: it sees a comment more than once.
  const comments = new Map<number, Comment>();
  const parser = new TypeScriptParser(
    {
      ecmaVersion: "latest",
      sourceType: "module",
      // The plugin wants them.
      locations: true,
      allowHashBang: true,
      allowReturnOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowAwaitOutsideFunction: true,
      onComment: (_isBlock, _text, start, end) => void comments.set(start, { start, end }),
    },
    text,
  );
  parser.spend = spend;
  const program = parser.parse();
  // Its types know nothing of the plugin's nodes.
  return { program: program as unknown as Node, comments: [...comments.values()].sort((a, b) => a.start - b.start) };
}

/**
 * How many of the methods below may be at work at a time: what is nested deepest then takes up to 250 kB of V8's stack, half of
 * what a worker in Chromium has. Of this project's own 780 files none takes more than 32.
 */
const DEPTH = 130;

/**
 * How often they may be at work in all. The plugin tries `<T>(…) => …` and its like in several ways, at each level again: what
 * is nested in itself twenty times would take hours. Ordinary texts take less than one for a character.
 */
const ATTEMPTS_AT_LEAST = 10_000;
const ATTEMPTS_PER_CHARACTER = 20;
/** One that was in vain takes about 20 µs. */
const COUNTS_PER_ATTEMPT = 5_000;
const ATTEMPTS_AT_A_TIME = 100;

interface Grammar {
  /** The text. */
  readonly input: string;
  parseStatement(...args: unknown[]): unknown;
  parseClass(...args: unknown[]): unknown;
  parseMaybeAssign(...args: unknown[]): unknown;
  parseExprOp(...args: unknown[]): unknown;
  parseMaybeUnary(...args: unknown[]): unknown;
  parseBindingAtom(): unknown;
  tsParseType(): unknown;
  tsParseNonArrayType(): unknown;
  tsParseTypeOperatorOrHigher(): unknown;
  tsInType(run: () => unknown): unknown;
  regexp_disjunction(state: unknown): unknown;
  raise(pos: number, message: string): void;
}

type GrammarClass = new (...args: never[]) => Grammar;

/** The plugin tries things out and catches what is thrown: the depth is given back in any case. */
class Bounded extends (Parser.extend(tsPlugin() as Parameters<typeof Parser.extend>[0]) as unknown as GrammarClass) {
  #depth = 0;
  #attempts = 0;
  spend: Spend = () => undefined;

  override parseStatement(a: unknown, b: unknown, c: unknown): unknown {
    return this.#deeper(() => super.parseStatement(a, b, c));
  }
  override parseClass(a: unknown, b: unknown): unknown {
    return this.#deeper(() => super.parseClass(a, b));
  }
  override parseMaybeAssign(a: unknown, b: unknown, c: unknown): unknown {
    return this.#deeper(() => super.parseMaybeAssign(a, b, c));
  }
  override parseExprOp(a: unknown, b: unknown, c: unknown, d: unknown, e: unknown): unknown {
    return this.#deeper(() => super.parseExprOp(a, b, c, d, e));
  }
  override parseMaybeUnary(a: unknown, b: unknown, c: unknown, d: unknown): unknown {
    return this.#deeper(() => super.parseMaybeUnary(a, b, c, d));
  }
  override parseBindingAtom(): unknown {
    return this.#deeper(() => super.parseBindingAtom());
  }
  override tsParseType(): unknown {
    return this.#deeper(() => super.tsParseType());
  }
  override tsParseNonArrayType(): unknown {
    return this.#deeper(() => super.tsParseNonArrayType());
  }
  override tsParseTypeOperatorOrHigher(): unknown {
    return this.#deeper(() => super.tsParseTypeOperatorOrHigher());
  }
  override tsInType(run: () => unknown): unknown {
    return this.#deeper(() => super.tsInType(run));
  }
  override regexp_disjunction(a: unknown): unknown {
    return this.#deeper(() => super.regexp_disjunction(a));
  }

  /** acorn's errors that it could go on after: about JavaScript. */
  raiseRecoverable(): void {}

  /** acorn looks up the line of each error, from the text's beginning; most are thrown to be caught by the plugin. */
  override raise(pos: number, message: string): void {
    // The plugin lets one of them pass in declarations.
    if (message.startsWith("Comma is not permitted")) super.raise(pos, message);
    else throw Object.assign(new SyntaxError(message), { pos });
  }

  #deeper<T>(parse: () => T): T {
    this.#depth += 1;
    this.#attempts += 1;
    if (this.#attempts % ATTEMPTS_AT_A_TIME === 0 && this.#attempts > this.input.length) {
      this.spend(COUNTS_PER_ATTEMPT * ATTEMPTS_AT_A_TIME);
    }
    if (this.#depth > DEPTH || this.#attempts > ATTEMPTS_AT_LEAST + this.input.length * ATTEMPTS_PER_CHARACTER) throw new TooDeep();
    try {
      return parse();
    } finally {
      this.#depth -= 1;
    }
  }
}

// A subclass of acorn's class, of which only the methods above had to be told.
const TypeScriptParser = Bounded as unknown as new (options: Options, text: string) => { spend: Spend; parse(): Program };

for (const name of Object.getOwnPropertyNames(Bounded.prototype)) {
  if (!(name in Object.getPrototypeOf(Bounded.prototype))) throw new Error(`typescript/parser: the plugin has no ${name} any more`);
}
