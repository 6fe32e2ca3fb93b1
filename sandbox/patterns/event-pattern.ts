/**
 * Event patterns: which events an EventBridge rule matches, and which records FilterCriteria let through.
 *
 *     {"source": ["aws.s3"], "detail": {"object": {"size": [{"numeric": [">", 1024]}]}}}
 *      keys are ANDed         objects nest, and a dot in a key is the same as nesting
 *                ‾‾‾‾‾‾‾‾‾‾ a leaf is an array, whose members are ORed; so are the objects of "$or"
 *
 * As AWS's rule engine does it (github.com/aws/event-ruler, July 2026), whose answers LocalStack recorded from EventBridge
 * (tests/aws/services/events/event_pattern_templates, 2024–2025).
 */
import { type Field, type Fields, fieldsOf, type Membership, together } from "./fields.ts";
import { PatternMistake } from "./mistake.ts";
import { type LeafTest, leafTest, type PatternDialect } from "./operators.ts";

export type { PatternDialect } from "./operators.ts";

/** Of an event as JSON.parse gives it. */
export type Matcher = (event: object) => boolean;

/** AWS's refusal of a pattern. */
export interface PatternRefusal {
  readonly errorType: "InvalidEventPatternException" | "InvalidParameterValueException";
  readonly message: string;
  /** The rule engine's words, which Lambda keeps to itself. */
  readonly reason: string;
}

export type CompiledPattern = { readonly matches: Matcher } | { readonly refusal: PatternRefusal };

/** `source` is the pattern's JSON text. */
export function compilePattern(source: string, dialect: PatternDialect = "eventbridge"): CompiledPattern {
  try {
    const alternatives = alternativesOf(parsed(source), dialect);
    const paths = new Set(alternatives.flatMap((alternative) => [...alternative.keys()]));
    return {
      matches: (event) => {
        const fields = fieldsOf(event, paths);
        return alternatives.some((alternative) => holds(alternative, fields));
      },
    };
  } catch (error) {
    // What the author wrote is wrong: an answer, not a fault.
    if (error instanceof PatternMistake) return { refusal: refusal(error.message, dialect) };
    throw error;
  }
}

function refusal(reason: string, dialect: PatternDialect): PatternRefusal {
  return dialect === "lambda"
    ? { errorType: "InvalidParameterValueException", message: "Invalid filter pattern definition.", reason }
    : { errorType: "InvalidEventPatternException", message: `Event pattern is not valid. Reason: ${reason}`, reason };
}

function parsed(source: string): object {
  let pattern: unknown;
  try {
    pattern = JSON.parse(source);
  } catch {
    // Simplified: AWS tells what its parser stumbled over, and in which column.
    throw new PatternMistake("Filter is not valid JSON");
  }
  if (!isObject(pattern)) throw new PatternMistake("Filter is not an object");
  return pattern;
}

/** Path → the leaf's members. Of a path that is told twice, the later counts. */
type Alternative = ReadonlyMap<string, readonly LeafTest[]>;

/** "$or" is written out: `{a, "$or": [{b}, {c}]}` is `{a, b}` or `{a, c}`. */
function alternativesOf(pattern: object, dialect: PatternDialect): readonly Alternative[] {
  return withObject([new Map()], pattern, "", false, dialect);
}

/** The EventBridge guide, "Using $or": at most 1,000 combinations in a pattern. Its words for more are not recorded. */
const MOST_ALTERNATIVES = 1000;

function withObject(
  before: readonly Alternative[],
  pattern: object,
  path: string,
  insideOr: boolean,
  dialect: PatternDialect,
): readonly Alternative[] {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(pattern);
  if (entries.length === 0) throw new PatternMistake("Empty objects are not allowed");
  let all = before;
  for (const [key, value] of entries) {
    const name = path === "" ? key : `${path}.${key}`;
    if (key === "$or") all = withOr(all, value, path, dialect);
    else if (insideOr && RESERVED_IN_OR.has(key)) {
      throw new PatternMistake(`${key} is Ruler reserved fieldName which cannot be used inside $or.`);
    } else if (Array.isArray(value)) {
      const tests = value.map((member) => leafTest(member, dialect));
      if (tests.length === 0) throw new PatternMistake("Empty arrays are not allowed");
      all = all.map((alternative) => new Map([...alternative, [name, tests]]));
    } else if (isObject(value)) all = withObject(all, value, name, insideOr, dialect);
    else throw new PatternMistake(`"${key}" must be an object or an array`);
  }
  return all;
}

function withOr(before: readonly Alternative[], value: unknown, path: string, dialect: PatternDialect): readonly Alternative[] {
  if (!Array.isArray(value)) throw new PatternMistake("It must be an Array followed with $or.");
  const branches = value.flatMap((branch: unknown) => {
    if (!isObject(branch)) throw new PatternMistake("Only JSON object is allowed in array of $or relationship.");
    return withObject(before, branch, path, true, dialect);
  });
  if (value.length < 2) throw new PatternMistake("There must have at least 2 Objects in $or relationship.");
  if (branches.length > MOST_ALTERNATIVES) throw new PatternMistake(`Too many rule combinations: ${branches.length}`);
  return branches;
}

/** event-ruler, Constants.java. */
const RESERVED_IN_OR: ReadonlySet<string> = new Set(
  `exactly equals-ignore-case prefix suffix anything-but exists wildcard numeric cidr = < <= > >= regex not-wildcard
  not-equals-ignore-case date-after date-on-or-after date-before date-on-or-before in-date-range ip-address-in-range
  ip-address-not-in-range`.split(/\s+/),
);

/** Every path passes, in the same elements of arrays. The engine goes by the order of paths, and so does what "absent" sees. */
function holds(alternative: Alternative, fields: Fields): boolean {
  let reached: readonly Membership[] = [new Map()];
  for (const path of [...alternative.keys()].sort()) {
    reached = distinct(reached.flatMap((membership) => steps(alternative.get(path) ?? [], fields.get(path) ?? [], membership)));
    if (reached.length === 0) return false;
  }
  return true;
}

function steps(tests: readonly LeafTest[], candidates: readonly Field[], membership: Membership): readonly Membership[] {
  const there = candidates.flatMap(({ value, membership: of }) => {
    const both = together(membership, of);
    return both === undefined ? [] : [{ value, both }];
  });
  if (there.length === 0) return tests.some(({ kind }) => kind === "absent") ? [membership] : [];
  return there.filter(({ value }) => tests.some((test) => test.kind === "value" && test.passes(value))).map(({ both }) => both);
}

function distinct(memberships: readonly Membership[]): readonly Membership[] {
  if (memberships.length < 2) return memberships;
  const key = (membership: Membership) =>
    [...membership]
      .sort(([a], [b]) => a - b)
      .map(([array, index]) => `${array}:${index}`)
      .join(" ");
  return [...new Map(memberships.map((membership) => [key(membership), membership])).values()];
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
