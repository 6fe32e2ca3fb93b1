/**
 * FilterCriteria of an event source mapping: which records of a batch reach the function. AWS's pages "Control which events Lambda
 * sends to your function" and "Using event filtering with …" of each source (Lambda guide, 2026); SQS, DynamoDB and Kinesis cases
 * recorded by LocalStack (tests/aws/services/lambda_/event_source_mapping).
 */
import { bytesOfBase64 } from "../events/base64.ts";
import { compilePattern, type Matcher, type PatternRefusal } from "../patterns/event-pattern.ts";
import { FILTERS } from "./quotas.ts";

export type FilteredSource = "sqs" | "kinesis" | "dynamodb" | "kafka" | "mq";

/** As in CreateEventSourceMapping. */
export interface FilterCriteria {
  readonly Filters?: readonly { readonly Pattern?: string }[];
}

/** What becomes of a record that no filter wants: SQS deletes the message, MQ acknowledges it, a stream moves on past it. */
export type Dropping = "deleted" | "acknowledged" | "skipped";

export const DROPPING: Readonly<Record<FilteredSource, Dropping>> = {
  sqs: "deleted",
  mq: "acknowledged",
  kinesis: "skipped",
  dynamodb: "skipped",
  kafka: "skipped",
};

export interface Filtered<R> {
  readonly passed: readonly R[];
  readonly dropped: readonly R[];
}

export interface RecordFilter {
  /** A record as the function's event shows it: of SQS and the streams a member of `Records`, of Kafka of a partition, of MQ a message. */
  readonly passes: (record: object) => boolean;
  readonly filter: <R extends object>(records: readonly R[]) => Filtered<R>;
}

export type CompiledCriteria = RecordFilter | { readonly refusal: PatternRefusal };

/** Without a filter everything passes. */
export function compileFilterCriteria(
  criteria: FilterCriteria,
  source: FilteredSource,
  most: number = FILTERS.byDefault,
): CompiledCriteria {
  const filters = criteria.Filters ?? [];
  if (filters.length > most) return { refusal: tooMany(most) };
  const tests: Matcher[] = [];
  for (const [index, { Pattern = "" }] of filters.entries()) {
    if (Pattern.length > FILTERS.patternCharacters) return { refusal: tooLong(Pattern, index) };
    const compiled = compilePattern(Pattern, "lambda");
    if ("refusal" in compiled) return compiled;
    if (JSON_ONLY[source].some((key) => wantedOf(Pattern, key).has("plain"))) return { refusal: notJson };
    tests.push(recordTest(compiled.matches, Pattern, source));
  }
  const passes = (record: object) => tests.length === 0 || tests.some((test) => test(record));
  return {
    passes,
    filter: (records) => ({ passed: records.filter(passes), dropped: records.filter((record) => !passes(record)) }),
  };
}

/** Inferred: the words for too many filters are not recorded; those for a long pattern are how AWS words any member's length. */
const refused = (message: string): PatternRefusal => ({ errorType: "InvalidParameterValueException", message, reason: message });
const tooMany = (most: number) => refused(`Exceeded the maximum number of filters allowed: ${most}.`);
const tooLong = (pattern: string, index: number) =>
  refused(
    `1 validation error detected: Value '${pattern}' at 'filterCriteria.filters.${index + 1}.member.pattern' failed to satisfy constraint: Member must have length less than or equal to ${FILTERS.patternCharacters}`,
  );

/**
 * The text that a record carries, and how its event encodes it. AWS's tables, which are the same for each of them:
 *
 *     what came     the pattern for it    what happens
 *     JSON          an object             filtered by what is inside
 *     plain text    an array              filtered as one string
 *     JSON          an array              dropped
 *     plain text    an object             dropped
 *     either        none                  filtered by the other keys alone
 */
const PAYLOADS: Readonly<Record<FilteredSource, Readonly<Record<string, "text" | "base64">>>> = {
  sqs: { body: "text" },
  kinesis: { data: "base64" },
  dynamodb: {},
  kafka: { key: "base64", value: "base64" },
  mq: { data: "base64" },
};

/**
 * Of streams the pattern for what they carry has to be an object, or the mapping is refused (Lambda guide, "Properly filtering
 * Kinesis and DynamoDB messages"). That the words are those for every malformed filter is inferred.
 */
const JSON_ONLY: Readonly<Record<FilteredSource, readonly string[]>> = {
  sqs: [],
  kinesis: ["data"],
  dynamodb: ["dynamodb"],
  kafka: [],
  mq: [],
};
const notJson: PatternRefusal = {
  errorType: "InvalidParameterValueException",
  message: "Invalid filter pattern definition.",
  reason: "The filter pattern for data properties must be in a valid JSON format.",
};

/** A pattern's part for a payload: an object wants JSON, an array wants plain text. */
type Wanted = "json" | "plain";

function recordTest(matches: Matcher, pattern: string, source: FilteredSource): Matcher {
  const payloads = Object.entries(PAYLOADS[source]).map(([key, encoding]) => ({ key, encoding, wanted: wantedOf(pattern, key) }));
  return (record) => {
    const seen = new Map<string, unknown>(Object.entries(flattened(record, source)));
    for (const { key, encoding, wanted } of payloads) {
      if (wanted.size === 0) continue;
      const text = decoded(seen.get(key), encoding);
      if (text === undefined) continue;
      const json = jsonOf(text);
      if (!wanted.has(json === undefined ? "plain" : "json")) return false;
      seen.set(key, json ?? text);
    }
    return matches(Object.fromEntries(seen));
  };
}

/** Kinesis patterns name `data` and `partitionKey` at their top (recorded), though the event has them one level below. */
function flattened(record: object, source: FilteredSource): object {
  const inner: unknown = source === "kinesis" && "kinesis" in record ? record.kinesis : undefined;
  return typeof inner === "object" && inner !== null ? { ...record, ...inner } : record;
}

/** In what forms a filter wants the payload, over all branches of its "$or". The pattern has been compiled before. */
function wantedOf(pattern: string, key: string): ReadonlySet<Wanted> {
  const wanted = new Set<Wanted>();
  const visit = (object: object): void => {
    for (const [name, value] of Object.entries(object)) {
      if (name === "$or" && Array.isArray(value)) for (const branch of value) visit(branch);
      else if (name === key) wanted.add(Array.isArray(value) ? "plain" : "json");
      else if (name.startsWith(`${key}.`)) wanted.add("json");
    }
  };
  visit(JSON.parse(pattern));
  return wanted;
}

function decoded(value: unknown, encoding: "text" | "base64"): string | undefined {
  if (typeof value !== "string" || encoding === "text") return typeof value === "string" ? value : undefined;
  const bytes = bytesOfBase64(value);
  return bytes === undefined ? value : new TextDecoder("utf-8").decode(bytes);
}

/** Inferred: a lone number, word or quoted string counts as plain text, since a pattern can only look into objects and arrays. */
function jsonOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    // Not JSON is one of the two answers.
    return undefined;
  }
}
