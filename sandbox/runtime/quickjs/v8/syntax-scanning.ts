/** What is wrong with a token itself: an unfinished string, a number with a letter, a regular expression. */
import type { Refused, SyntaxFault } from "./syntax-fault.ts";
import { fault } from "./syntax-tokens.ts";

/** Undefined where nothing is. */
export function scanning(refused: Refused): SyntaxFault | undefined {
  const { message, at, text, token } = refused;
  const literal = /^Invalid regular expression: (?!missing)/.test(message);
  if (literal || /regular expression flag/.test(message)) return regExp(refused, token.start, literal);
  switch (message) {
    case "Unterminated regular expression":
      return fault("Invalid regular expression: missing /", at - 1, at);
    case "Unterminated template":
    case "Unterminated template literal":
      return fault("Unexpected end of input", text.length, text.length);
    case "Unterminated string constant":
      return fault(ILLEGAL, at, at + (/^.*/.exec(text.slice(at))?.[0].length ?? 1));
    case "Expecting Unicode escape sequence \\uXXXX":
      return fault(ILLEGAL, at - 1, at);
    case "Identifier directly after number":
    case "Unterminated comment":
      return fault(ILLEGAL, token.start, Math.max(at, token.start + 1));
    case "Invalid number":
      if (/^0\d/.test(text.slice(at))) return leadingZero(text, at);
      return fault(ILLEGAL, token.start, at + 1);
    case "Code point out of bounds":
      return fault("Undefined Unicode code-point", at - 3, text.indexOf("}", at) + 1);
    case "Bad character escape sequence":
    case "Bad escape sequence in untagged template literal":
      return escape(text, at);
    case "Octal literal in strict mode":
      return /["']/.test(text.charAt(token.start))
        ? fault("Octal escape sequences are not allowed in strict mode.", at, at + 2)
        : leadingZero(text, at);
    default:
      if (/^Unexpected character '/.test(message)) return fault(ILLEGAL, at, at + 1);
      if (/^Expected number in radix/.test(message)) return fault(ILLEGAL, at - 2, at);
      return SEPARATORS[message] === undefined ? undefined : fault(SEPARATORS[message], at, at + 1);
  }
}

const ILLEGAL = "Invalid or unexpected token";
const SEPARATORS: Readonly<Record<string, string>> = {
  "Numeric separator is not allowed at the last of digits": "Numeric separators are not allowed at the end of numeric literals",
  "Numeric separator must be exactly one underscore": "Only one underscore is allowed as numeric separator",
  "Numeric separator is not allowed at the first of digits": ILLEGAL,
  "Numeric separator is not allowed in legacy octal numeric literals": "Numeric separator can not be used after leading 0.",
};

function leadingZero(text: string, at: number): SyntaxFault {
  const digits = /^\d+/.exec(text.slice(at))?.[0] ?? "0";
  const octal = /^0[0-7]+$/.test(digits);
  return fault(
    octal ? "Octal literals are not allowed in strict mode." : "Decimals with leading zeros are not allowed in strict mode.",
    at,
    at + digits.length,
  );
}

function escape(text: string, at: number): SyntaxFault {
  const backslash = text.lastIndexOf("\\", at);
  if (text.charAt(backslash + 1) === "x") return fault("Invalid hexadecimal escape sequence", backslash, backslash + 4);
  if (/\d/.test(text.charAt(backslash + 1)))
    return fault("Octal escape sequences are not allowed in template strings", backslash, backslash + 2);
  return fault("Invalid Unicode escape sequence", backslash, backslash);
}

/** V8 shows the whole literal, with its flags. */
function regExp({ text, message }: Refused, start: number, withReason: boolean): SyntaxFault {
  const literal = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/([\p{ID_Continue}$]*)/u.exec(text.slice(start));
  if (!withReason || literal === null) return fault("Invalid regular expression flags", start, start + 1);
  return fault(message.replace(/(\/): ([^:]*)$/, `/${literal[1]}: $2`), start, start + literal[0].length);
}
