/** Tokens that do not fit: which one it is, and how V8 names it. */
import type { Refused, SyntaxFault, Token } from "./syntax-fault.ts";

export function fault(message: string, start: number, end: number): SyntaxFault {
  return { message, start, end };
}

/** With the token that begins at an offset underlined. */
export function faultAt(refused: Refused, message: string, at: number): SyntaxFault {
  return fault(message, at, tokenAt(refused, at).end);
}

/** The token at an offset: the one that acorn looks at, the one before it, or a word. */
export function tokenAt({ token, last, text }: Refused, at: number): Token {
  if (at === token.start) return token;
  if (at === last.start) return last;
  const word = /^#?[\p{ID_Continue}$]+/u.exec(text.slice(at))?.[0] ?? text.charAt(at);
  return { type: "", keyword: false, start: at, end: Math.max(at + 1, at + word.length), text: word };
}

export function unexpected(refused: Refused, token: Token): SyntaxFault {
  if (token.type === "illegal" && refused.illegal !== undefined) return refused.illegal;
  if (token.type === "eof") return fault("Unexpected end of input", token.start, token.start);
  return fault(unexpectedToken(refused, token), token.start, token.end);
}

/** Words that are reserved in strict mode only. */
export const STRICT = new Set(["let", "static", "yield", "implements", "interface", "package", "private", "protected", "public"]);
/** Words that V8 has tokens of their own for. */
const TOKENS = new Set(["of", "get", "set", "async", "using", "accessor"]);

function unexpectedToken({ strict }: Refused, { type, text }: Token): string {
  switch (type) {
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
      return `Unexpected identifier '${text}'`;
    case "name":
      if (text === "await" || text === "enum") return "Unexpected reserved word";
      if (strict && STRICT.has(text)) return "Unexpected strict mode reserved word";
      return TOKENS.has(text) ? `Unexpected token '${text}'` : `Unexpected identifier '${text}'`;
    default:
      return `Unexpected token '${text}'`;
  }
}

/** V8 notes the place of the token before the name. */
export function undeclaredPrivate({ text, message }: { readonly text: string; readonly message: string }, at: number): SyntaxFault {
  const start = /(?:[\p{ID_Continue}$]+|\S)\s*$/u.exec(text.slice(0, at))?.index ?? at;
  return fault(message, start, start + 1);
}
