/** V8's message for a regular expression that is none, from the engine's (libregexp.c). */

/** Undefined where `engine` is no such message. */
export function regExpMessage(engine: string, pattern: string, flags: string): string | undefined {
  if (engine === "invalid regular expression flags") return `Invalid flags supplied to RegExp constructor '${flags}'`;
  const reason = reasonOf(engine, pattern);
  return reason && `Invalid regular expression: /${pattern}/${flags}: ${reason}`;
}

/** V8's RegExpError. */
const REASONS: Readonly<Record<string, string>> = {
  "expecting ')'": "Unterminated group",
  "nothing to repeat": "Nothing to repeat",
  "extraneous characters at the end": "Unmatched ')'",
  "invalid group name": "Invalid capture group name",
  "duplicate group name": "Duplicate capture group name",
  "invalid group": "Invalid group",
  "expecting group name": "Invalid named reference",
  "group name not defined": "Invalid named capture referenced",
  "invalid class range": "Range out of order in character class",
  "expecting '{' after \\p": "Invalid property name",
  "unknown unicode property name": "Invalid property name",
  "unknown unicode property value": "Invalid property name",
  "unknown unicode script": "Invalid property name",
  "unknown unicode general category": "Invalid property name",
  "invalid decimal escape in regular expression": "Invalid decimal escape",
  "back reference out of range in regular expression": "Invalid escape",
  "malformed unicode char": "Invalid Unicode escape",
  "too many captures": "Too many captures",
  "stack overflow": "Regular expression too large",
};

function reasonOf(engine: string, pattern: string): string | undefined {
  switch (engine) {
    case "unexpected end":
      return pattern.endsWith("\\") ? "\\ at end of pattern" : "Unterminated character class";
    case "invalid repetition count":
      return /\{\d*$/.test(pattern) ? "Incomplete quantifier" : "numbers out of order in {} quantifier";
    case "expecting '}'":
      return /\\[pP]/.test(pattern) ? "Invalid property name" : "Incomplete quantifier";
    case "syntax error":
      return /^\{\d+(,\d*)?\}/.test(pattern) ? "Nothing to repeat" : "Lone quantifier brackets";
    case "invalid escape sequence in regular expression":
      return /\\u/.test(pattern) || /\\c/.test(pattern) ? "Invalid Unicode escape" : "Invalid escape";
    case "invalid class range":
      return /\\[dDsSwWpP]/.test(pattern) ? "Invalid character class" : REASONS[engine];
    case "nothing to repeat":
      return /\(\?<?[=!][^)]*\)[*+?{]/.test(pattern) ? "Invalid quantifier" : REASONS[engine];
    default:
      return REASONS[engine];
  }
}
