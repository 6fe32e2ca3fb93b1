/**
 * V8's message for a text that is not JSON (JsonParser in V8's src/json/json-parser.cc, V8 13.6): a parser that knows nothing but
 * where and how it fails.
 */

/** Undefined where the text is JSON. */
export function jsonParseMessage(text: string): string | undefined {
  const parser = new Parser(text);
  try {
    parser.value();
    parser.whitespace();
    if (parser.at < text.length) parser.fail("Unexpected non-whitespace character after JSON");
    return undefined;
  } catch (failure) {
    // Nothing but the parser's own failures is thrown above.
    if (failure instanceof NotJson) return failure.message;
    throw failure;
  }
}

class NotJson extends Error {}

/** Characters of the text that V8 shows on either side of the failure. */
const CONTEXT = 10;
const SPECIAL = new Set(["NaN", "Infinity", "undefined", "[object Object]"]);
const isDigit = (character: string) => character >= "0" && character <= "9" && character.length === 1;

class Parser {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }

  whitespace(): void {
    while (" \t\n\r".includes(this.text[this.at] ?? "x")) this.at += 1;
  }

  value(): void {
    // Deep texts are walked with a stack of our own: V8 does too, and the host's must not overflow.
    const open: ("[" | "{")[] = [];
    for (;;) {
      this.whitespace();
      const character = this.text[this.at];
      if (character === "[" || character === "{") {
        this.at += 1;
        this.whitespace();
        if (this.text[this.at] === (character === "[" ? "]" : "}")) this.at += 1;
        else {
          open.push(character);
          if (character === "{") this.name("Expected property name or '}'");
          continue;
        }
      } else this.#scalar(character);
      if (!this.#next(open)) return;
    }
  }

  /** After a value: closes what ends here. Whether another value follows. */
  #next(open: ("[" | "{")[]): boolean {
    for (let within = open.at(-1); within !== undefined; within = open.at(-1)) {
      this.whitespace();
      if (this.text[this.at] === ",") {
        this.at += 1;
        if (within === "{") this.name("Expected double-quoted property name");
        return true;
      }
      if (this.text[this.at] !== (within === "[" ? "]" : "}")) {
        this.fail(within === "[" ? "Expected ',' or ']' after array element" : "Expected ',' or '}' after property value");
      }
      this.at += 1;
      open.pop();
    }
    return false;
  }

  /** A property's name and its colon. */
  name(expected: string): void {
    this.whitespace();
    if (this.text[this.at] !== '"') this.fail(expected);
    this.#string();
    this.whitespace();
    if (this.text[this.at] !== ":") this.fail("Expected ':' after property name");
    this.at += 1;
  }

  #scalar(character: string | undefined): void {
    if (character === '"') this.#string();
    else if (character === "t") this.#literal("true");
    else if (character === "f") this.#literal("false");
    else if (character === "n") this.#literal("null");
    else if (character !== undefined && (character === "-" || isDigit(character))) this.#number();
    else this.#unexpected();
  }

  #literal(word: string): void {
    for (const character of word) {
      if (this.text[this.at] !== character) this.#unexpected();
      this.at += 1;
    }
  }

  #number(): void {
    if (this.text[this.at] === "-") {
      this.at += 1;
      if (!this.#digit()) this.fail("No number after minus sign");
    }
    if (this.text[this.at] === "0") {
      this.at += 1;
      if (this.#digit()) this.fail("Unexpected number");
    } else this.#digits();
    if (this.text[this.at] === ".") {
      this.at += 1;
      if (!this.#digit()) this.fail("Unterminated fractional number");
      this.#digits();
    }
    if (this.text[this.at] === "e" || this.text[this.at] === "E") {
      this.at += 1;
      if (this.text[this.at] === "+" || this.text[this.at] === "-") this.at += 1;
      if (!this.#digit()) this.fail("Exponent part is missing a number");
      this.#digits();
    }
  }

  #digit(): boolean {
    return isDigit(this.text[this.at] ?? "");
  }

  #digits(): void {
    while (this.#digit()) this.at += 1;
  }

  #string(): void {
    this.at += 1;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) this.fail("Unterminated string");
      if (character === '"') break;
      if (character === "\\") this.#escape();
      else if (character < " ") this.fail("Bad control character in string literal");
      else this.at += 1;
    }
    this.at += 1;
  }

  #escape(): void {
    this.at += 1;
    const character = this.text[this.at];
    if (character === undefined) this.#unexpected();
    if (character > "\xff") this.#unexpected();
    if (!'"\\/bfnrtu'.includes(character)) this.fail("Bad escaped character");
    this.at += 1;
    if (character !== "u") return;
    for (let digits = 0; digits < 4; digits += 1) {
      if (!/^[0-9a-fA-F]$/.test(this.text[this.at] ?? "")) this.fail("Bad Unicode escape");
      this.at += 1;
    }
  }

  fail(what: string): never {
    const before = this.text.slice(0, this.at);
    const lines = before.split(/\r\n|[\n\r]/);
    throw new NotJson(
      `${what} in JSON at position ${this.at} (line ${lines.length} column ${(lines.at(-1) ?? "").length + 1})`.replace(
        "after JSON in JSON",
        "after JSON",
      ),
    );
  }

  #unexpected(): never {
    const { text, at } = this;
    if (at >= text.length) throw new NotJson("Unexpected end of JSON input");
    if (SPECIAL.has(text)) throw new NotJson(`"${text}" is not valid JSON`);
    const character = text[at] ?? "";
    if (character === "-" || isDigit(character)) this.fail("Unexpected number");
    if (character === '"') this.fail("Unexpected string");
    const long = text.length > 2 * CONTEXT;
    const cutBefore = long && at >= CONTEXT;
    const cutAfter = long && at < text.length - CONTEXT;
    const part = text.slice(cutBefore ? at - CONTEXT : 0, cutAfter ? at + CONTEXT : text.length);
    const shown = `${cutBefore ? "..." : ""}"${part}"${cutAfter ? "..." : ""} `;
    throw new NotJson(`Unexpected token '${character}', ${shown}is not valid JSON`);
  }
}
