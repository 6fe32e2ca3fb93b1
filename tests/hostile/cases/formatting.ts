/** Intl: options that are huge, that do something when they are read, and prototypes that were changed. */
import { type HostileCase, hostile, returns } from "../case.ts";

const kind = "formatting trick";
const caught = (body: string) => `try { ${body}; return "no error"; } catch (error) { return error.name + ": " + error.message; }`;

export const HOSTILE_FORMATS: readonly HostileCase[] = [
  hostile(
    kind,
    "as many digits as there may be",
    "return (1 / 3).toLocaleString('ko-KR', { minimumFractionDigits: 100 }).length;",
    returns("102"),
  ),
  hostile(
    kind,
    "more digits than there may be",
    caught("(1).toLocaleString('ko', { minimumFractionDigits: 1e9 })"),
    returns('"RangeError: minimumFractionDigits value is out of range."'),
  ),
  hostile(
    kind,
    "a power of ten without end",
    "return [Intl.NumberFormat('ko').format('1e999999999'), Intl.NumberFormat('ko').format('1e-999999999')];",
    returns('["∞","0"]'),
  ),
  hostile(
    kind,
    "an option that throws when it is read",
    caught("(1).toLocaleString('ko', { get style() { throw new Error('no'); } })"),
    returns('"Error: no"'),
  ),
  hostile(
    kind,
    "locales that lie about their length",
    caught("Intl.getCanonicalLocales({ length: 3, 0: 'ko', get 1() { throw new Error('no'); } })"),
    returns('"Error: no"'),
  ),
  hostile(
    kind,
    "a language tag of a million letters",
    caught("Intl.getCanonicalLocales('ko-' + 'a'.repeat(1e6)).length"),
    returns(/^"RangeError: /),
  ),
  hostile(
    kind,
    "prototypes without their methods",
    "delete Array.prototype.toString; Object.prototype.value = 1; Number.prototype.toString = () => 'x'; return [(1234).toLocaleString('ko'), new Date(0).toLocaleDateString('ko')];",
    returns('["1,234","1970. 1. 1."]'),
  ),
  hostile(
    kind,
    "a format's method on another object",
    caught("Intl.NumberFormat.prototype.formatToParts.call({}, 1)"),
    returns(/incompatible receiver/),
  ),
  hostile(
    kind,
    "a list that never ends",
    caught("new Intl.ListFormat('ko').format((function* () { for (let i = 0; i < 3; i++) yield 'a'; yield 1; })())"),
    returns(/not a string/),
  ),
];
