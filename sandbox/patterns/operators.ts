/**
 * The leaves of an event pattern: values and operators, each a test of one value of the event. What each takes, and the words
 * for what it does not, are those of AWS's rule engine (github.com/aws/event-ruler, JsonRuleCompiler.java); EventBridge's answers
 * were recorded by LocalStack (tests/aws/services/events, 2024–2025).
 */
import { addressBytes, blockTest } from "./addresses.ts";
import { PatternMistake } from "./mistake.ts";
import { wildcardTest } from "./wildcard.ts";

/** EventBridge rules, or FilterCriteria of an event source mapping, which know fewer operators. */
export type PatternDialect = "eventbridge" | "lambda";

export type Scalar = string | number | boolean | null;
export type ValueTest = (value: Scalar) => boolean;

/** `absent` is the only one that wants the field to be missing. */
export type LeafTest = { readonly kind: "value"; readonly passes: ValueTest } | { readonly kind: "absent" };

/** A member of a leaf's array. */
export function leafTest(member: unknown, dialect: PatternDialect): LeafTest {
  if (Array.isArray(member)) throw new PatternMistake("Match value must be String, number, true, false, or null");
  if (typeof member === "object" && member !== null) return operatorTest(member, dialect);
  return value(equalsTest(scalar(member)));
}

/**
 * The operators that the table of the Lambda guide's page "Control which events Lambda sends to your function" has (2026); the
 * others are EventBridge's only.
 */
const OF_LAMBDA: ReadonlySet<string> = new Set(["prefix", "suffix", "equals-ignore-case", "anything-but", "numeric", "exists"]);

function operatorTest(member: object, dialect: PatternDialect): LeafTest {
  const [name, operand] = onlyEntry(member, "Match expression name not found");
  if (dialect === "lambda" && !OF_LAMBDA.has(name)) throw new PatternMistake(`Unrecognized match type ${name}`);
  switch (name) {
    case "exactly":
      return value(equalsTest(text(operand, "exact match pattern must be a string")));
    case "prefix":
    case "suffix":
      return value(endTest(name, operand, dialect));
    case "equals-ignore-case":
      return value(ignoringCase(text(operand, "equals-ignore-case match pattern must be a string")));
    case "wildcard":
      return value(onText(wildcardTest(text(operand, "wildcard match pattern must be a string"))));
    case "cidr":
      // AWS's words: the engine says "prefix" here.
      return value(onText(blockTest(text(operand, "prefix match pattern must be a string"))));
    case "numeric":
      return value(numericTest(operand));
    case "anything-but":
      return value(anythingButTest(operand, dialect));
    case "exists":
      if (typeof operand !== "boolean") throw new PatternMistake("exists match pattern must be either true or false.");
      return operand ? value(() => true) : { kind: "absent" };
    default:
      throw new PatternMistake(`Unrecognized match type ${name}`);
  }
}

const value = (passes: ValueTest): LeafTest => ({ kind: "value", passes });
const onText =
  (passes: (text: string) => boolean): ValueTest =>
  (found) =>
    typeof found === "string" && passes(found);

/** Two writings of one IP address are equal (event-ruler, CIDR.ipToRangeIfPossible). */
function equalsTest(wanted: Scalar): ValueTest {
  const address = typeof wanted === "string" ? addressBytes(wanted)?.join(".") : undefined;
  if (address !== undefined) return onText((found) => addressBytes(found)?.join(".") === address);
  return (found) => found === wanted;
}

const ignoringCase = (wanted: string): ValueTest => onText((found) => found.toLowerCase() === wanted.toLowerCase());

function endTest(name: "prefix" | "suffix", operand: unknown, dialect: PatternDialect): ValueTest {
  if (typeof operand !== "object" || operand === null || Array.isArray(operand)) {
    const end = text(operand, `${name} match pattern must be a string`);
    return onText((found) => (name === "prefix" ? found.startsWith(end) : found.endsWith(end)));
  }
  const title = name === "prefix" ? "Prefix" : "Suffix";
  const [inner, wanted] = onlyEntry(operand, `${title} expression name not found`);
  if (inner !== "equals-ignore-case" || dialect === "lambda") throw new PatternMistake(`Unsupported ${name} pattern: ${inner}`);
  const end = text(wanted, "equals-ignore-case match pattern must be a string").toLowerCase();
  return onText((found) => {
    const lower = found.toLowerCase();
    return name === "prefix" ? lower.startsWith(end) : lower.endsWith(end);
  });
}

type Comparison = "=" | ">" | ">=" | "<" | "<=";
const COMPARE: Readonly<Record<Comparison, (found: number, bound: number) => boolean>> = {
  "=": (found, bound) => found === bound,
  ">": (found, bound) => found > bound,
  ">=": (found, bound) => found >= bound,
  "<": (found, bound) => found < bound,
  "<=": (found, bound) => found <= bound,
};

/** `["=", n]`, `["<", n]`, `["<=", n]`, or `[">" or ">=", n]` and an upper end after it. */
function numericTest(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw new PatternMistake("Value of numeric must be an array.");
  const members: readonly unknown[] = operand;
  const [operator, bound, upper, top] = members;
  if (typeof operator !== "string") throw new PatternMistake(`Invalid member in numeric match: ${shown(operator)}`);
  if (!isComparison(operator)) throw new PatternMistake(`Unrecognized numeric range operator: ${operator}`);
  if (typeof bound !== "number") {
    throw new PatternMistake(`Value of ${operator === "=" ? "equals" : operator} must be numeric`);
  }
  const from = onNumber(operator, bound);
  if (members.length === 2) return from;
  if (operator !== ">" && operator !== ">=") throw new PatternMistake("Too many elements in numeric expression");
  if (typeof upper !== "string") throw new PatternMistake(`Bad value in numeric range: ${shown(upper)}`);
  if (upper !== "<" && upper !== "<=") throw new PatternMistake(`Bad numeric range operator: ${upper}`);
  if (typeof top !== "number") throw new PatternMistake(`Value of ${upper} must be numeric`);
  if (members.length > 4) throw new PatternMistake("Too many terms in numeric range expression");
  if (bound >= top) throw new PatternMistake("Bottom must be less than top");
  const to = onNumber(upper, top);
  return (found) => from(found) && to(found);
}

const isComparison = (operator: string): operator is Comparison => Object.hasOwn(COMPARE, operator);
const onNumber =
  (operator: Comparison, bound: number): ValueTest =>
  (found) =>
    typeof found === "number" && COMPARE[operator](found, bound);

type AnythingButOperator = "equals-ignore-case" | "prefix" | "suffix" | "wildcard";
const NOT_STRINGS: Readonly<Record<AnythingButOperator, string>> = {
  "equals-ignore-case": "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
  prefix: "prefix/suffix match pattern must be a string",
  suffix: "prefix/suffix match pattern must be a string",
  wildcard: "wildcard match pattern must be a string",
};

/** The field has to be there; a value of another type is always something else. */
function anythingButTest(operand: unknown, dialect: PatternDialect): ValueTest {
  if (typeof operand === "object" && operand !== null && !Array.isArray(operand)) return anythingButOperator(operand, dialect);
  const listed = Array.isArray(operand);
  const values: readonly unknown[] = listed ? operand : [operand];
  if (!listed && typeof operand !== "string" && typeof operand !== "number") throw notAnythingBut();
  if (!values.every((one) => typeof one === "string" || typeof one === "number")) {
    throw new PatternMistake("Inside anything but list, start|null|boolean is not supported.");
  }
  if (new Set(values.map((one) => typeof one)).size !== 1) {
    throw new PatternMistake("Inside anything but list, either all values are number or string, mixed type is not supported");
  }
  return (found) => !values.some((one) => one === found);
}

function anythingButOperator(operand: object, dialect: PatternDialect): ValueTest {
  const [name, wanted] = onlyEntry(operand, "Anything-But expression name not found", "Too many elements in numeric expression");
  if (!isAnythingButOperator(name) || dialect === "lambda") throw new PatternMistake(`Unsupported anything-but pattern: ${name}`);
  const listed = Array.isArray(wanted);
  if (!listed && typeof wanted !== "string" && typeof wanted !== "number") throw notAnythingBut();
  const tests = (listed ? wanted : [wanted]).map((one: unknown) => excluded(name, text(one, NOT_STRINGS[name])));
  return (found) => !tests.some((test) => test(found));
}

function excluded(name: AnythingButOperator, wanted: string): ValueTest {
  if (name === "equals-ignore-case") return ignoringCase(wanted);
  if (name === "wildcard") return onText(wildcardTest(wanted));
  if (wanted === "") throw new PatternMistake("Null prefix/suffix not allowed");
  return onText((found) => (name === "prefix" ? found.startsWith(wanted) : found.endsWith(wanted)));
}

const isAnythingButOperator = (name: string): name is AnythingButOperator => Object.hasOwn(NOT_STRINGS, name);
const notAnythingBut = () => new PatternMistake("Value of anything-but must be an array or single string/number value.");

function onlyEntry(object: object, none: string, more = "Only one key allowed in match expression"): readonly [string, unknown] {
  const [entry, ...others] = Object.entries(object);
  if (entry === undefined) throw new PatternMistake(none);
  if (others.length > 0) throw new PatternMistake(more);
  return entry;
}

function text(operand: unknown, mistake: string): string {
  if (typeof operand !== "string") throw new PatternMistake(mistake);
  return operand;
}

function scalar(member: unknown): Scalar {
  if (member === null || typeof member === "string" || typeof member === "number" || typeof member === "boolean") return member;
  throw new Error(`pattern: JSON has no ${typeof member}`);
}

/** As Jackson's getText gives a token. */
const shown = (token: unknown) => {
  if (token === undefined) return "]";
  if (Array.isArray(token)) return "[";
  return typeof token === "object" && token !== null ? "{" : String(token);
};
