/**
 * acorn, with an end to nesting that is the same everywhere. acorn recurses with the text's nesting, and with every operand of
 * `a + b + c + …`, on the host's stack: without a bound, whether a text has a tree would depend on the browser.
 */
import { type Options, Parser, type Program } from "acorn";

/** The text is nested deeper than is looked into. A RangeError, as the host's own overflow would be. */
export class TooDeep extends RangeError {
  constructor() {
    super("the text is nested too deeply to be parsed");
  }
}

/** Throws acorn's SyntaxError, or TooDeep. */
export function parse(text: string, options: Options): Program {
  return BoundedParser.parse(text, options);
}

/** Half of what a worker in Chromium has, which has least; the guest is shallow when texts are parsed. */
const STACK_BYTES = 250_000;

/**
 * acorn's methods through which all its recursion passes, and what one of them takes of the host's stack until the next:
 * measured in Chromium from the deepest texts that it parses, and rounded up.
 */
const COST: Readonly<Record<string, number>> = {
  parseStatement: 260,
  parseFunctionBody: 700,
  parseClass: 700,
  parseMaybeAssign: 260,
  parseExprOp: 160,
  parseMaybeUnary: 160,
  parseExprAtom: 700,
  parseBindingAtom: 500,
  regexp_disjunction: 800,
};

interface Bounded {
  stackLeft?: number;
}

type Method = (this: Bounded, ...args: unknown[]) => unknown;

export const BoundedParser: typeof Parser = Parser.extend((Base) => {
  class BoundedClass extends Base {}
  // acorn's types leave its methods out because they are for plugins (acorn's README, "Plugin developments").
  const inherited = Base.prototype as unknown as Readonly<Record<string, Method | undefined>>;
  for (const [name, bytes] of Object.entries(COST)) {
    const method = inherited[name];
    if (method === undefined) throw new Error(`bounded-parser: acorn has no ${name} any more`);
    Object.defineProperty(BoundedClass.prototype, name, { value: bounded(method, bytes), writable: true, configurable: true });
  }
  return BoundedClass;
});

/** What throws ends the parsing, so that nothing is given back then. */
function bounded(method: Method, bytes: number): Method {
  return function (...args) {
    this.stackLeft = (this.stackLeft ?? STACK_BYTES) - bytes;
    if (this.stackLeft < 0) throw new TooDeep();
    const node = method.apply(this, args);
    this.stackLeft += bytes;
    return node;
  };
}
