/** fidelity.md §6.5: event patterns and FilterCriteria. */
import { compileFilterCriteria, DROPPING, type FilteredSource } from "../../../sandbox/lambda/filter-criteria.ts";
import { compilePattern } from "../../../sandbox/patterns/event-pattern.ts";
import type { FidelityRule } from "../rules.ts";

/** Whether it matches, or what EventBridge answers. */
function answer(pattern: unknown, event: object): boolean | string {
  const compiled = compilePattern(JSON.stringify(pattern));
  return "refusal" in compiled ? compiled.refusal.message : compiled.matches(event);
}

const refusals = (patterns: readonly unknown[]) =>
  patterns.map((pattern) => String(answer(pattern, {})).replace("Event pattern is not valid. Reason: ", ""));

/** Whether a record passes, or what Lambda answers to the criteria. */
function passes(source: FilteredSource, patterns: readonly string[], record: object): boolean | string {
  const compiled = compileFilterCriteria({ Filters: patterns.map((Pattern) => ({ Pattern })) }, source);
  return "refusal" in compiled ? compiled.refusal.message : compiled.passes(record);
}

const ofBody = (pattern: object, body: string) => passes("sqs", [JSON.stringify(pattern)], { body });
const base64 = (text: string) => Buffer.from(text).toString("base64");

export const filterRules: readonly FidelityRule[] = [
  {
    section: "6.5",
    title: "Keys inside one pattern are ANDed, and the values of a leaf are ORed.",
    see: () => {
      const pattern = { body: { one: ["other", "first"], two: ["second"] } };
      return [ofBody(pattern, '{"one":"first","two":"second"}'), ofBody(pattern, '{"one":"third","two":"second"}')];
    },
    expected: [true, false],
  },
  {
    section: "6.5",
    title: "Several filters of a mapping are ORed: a record that satisfies one of them is sent.",
    see: () => {
      const filters = ['{"body":{"a":[1]}}', '{"body":{"b":[1]}}'];
      return ['{"b":1}', '{"c":1}'].map((body) => passes("sqs", filters, { body }));
    },
    expected: [true, false],
  },
  {
    section: "6.5",
    title: "Numeric filters compare numbers, with one end or with two.",
    see: () => [
      ...[101, 100].map((n) => ofBody({ body: { n: [{ numeric: [">", 100] }] } }, `{"n":${n}}`)),
      ...[100, 200].map((n) => ofBody({ body: { n: [{ numeric: [">=", 100, "<", 200] }] } }, `{"n":${n}}`)),
      answer({ number: [{ numeric: [">", 100] }] }, { number: "300" }),
    ],
    expected: [true, false, true, false, false],
  },
  {
    section: "6.5",
    title: "A number in a pattern equals the same number written with a decimal point.",
    see: () => [answer({ number: [300] }, JSON.parse('{"number":300.0}'))],
    expected: [true],
  },
  {
    section: "6.5",
    title: "anything-but wants the field to exist, and null is something else than a text.",
    see: () => {
      const pattern = { detail: { state: [{ "anything-but": "initializing" }] } };
      return [answer(pattern, { detail: { other: 1 } }), answer(pattern, { detail: { state: null } })];
    },
    expected: [false, true],
  },
  {
    section: "6.5",
    title: "exists matches leaves only, and an empty array is no leaf.",
    see: () => [
      answer({ dynamodb: { key: [{ exists: true }] } }, { dynamodb: { key: { S: "test" } } }),
      answer({ dynamodb: { key: { S: [{ exists: true }] } } }, { dynamodb: { key: { S: "test" } } }),
      answer({ resources: [{ exists: true }] }, { resources: [] }),
      passes("dynamodb", ['{"dynamodb":{"NewImage":{"key":[{"exists":false}]}}}'], { dynamodb: { NewImage: { key: { S: "a" } } } }),
    ],
    expected: [false, true, false, true],
  },
  {
    section: "6.5",
    title: "A dot in a key and nesting are equivalent.",
    see: () => [
      answer({ detail: { "state.status": ["running"] } }, { detail: { state: { status: "running" } } }),
      answer({ detail: { state: { status: ["running"] } } }, { detail: { "state.status": "running" } }),
      answer({ detail: { "state.status": { status: ["running"] } } }, { detail: { state: { status: "running" } } }),
    ],
    expected: [true, true, false],
  },
  {
    section: "6.5",
    title: "Where an array of the event and a leaf have a value in common, they match.",
    see: () => [answer({ resources: ["b", "c"] }, { resources: ["a", "b"] }), answer({ resources: ["c"] }, { resources: ["a", "b"] })],
    expected: [true, false],
  },
  {
    section: "6.5",
    title: "What a pattern asks of an array's objects has to hold in one of them.",
    see: () => {
      const pattern = { items: { sku: ["tea"], size: ["big"] } };
      return [
        answer(pattern, {
          items: [
            { sku: "tea", size: "small" },
            { sku: "cup", size: "big" },
          ],
        }),
        answer(pattern, { items: [{ sku: "tea", size: "big" }] }),
      ];
    },
    expected: [false, true],
  },
  {
    section: "6.5",
    title: "EventBridge refuses an event pattern with an InvalidEventPatternException and the rule engine's reason.",
    see: () => {
      const compiled = compilePattern('{"int": 42}');
      return "refusal" in compiled ? [compiled.refusal.errorType, compiled.refusal.message] : [];
    },
    expected: ["InvalidEventPatternException", 'Event pattern is not valid. Reason: "int" must be an object or an array'],
  },
  {
    section: "6.5",
    title: "EventBridge tells what is wrong with an operator in the rule engine's words.",
    see: () =>
      refusals([
        ["not", "an", "object"],
        { resources: [] },
        { a: [{ EXISTS: true }] },
        { a: [{ prefix: 123 }] },
        { a: [{ "equals-ignore-case": ["x"] }] },
        { a: [{ numeric: 10 }] },
        { a: [{ numeric: [">", 0, ">", 0] }] },
        { a: [{ numeric: [">", 0, "<"] }] },
        { a: [{ "anything-but": null }] },
        { a: [{ "anything-but": ["stopped", null] }] },
        { a: [{ "anything-but": { prefix: 123 } }] },
        { a: [{ "anything-but": { suffix: "" } }] },
        { a: [{ "anything-but": { "equals-ignore-case": 123 } }] },
      ]),
    expected: [
      "Filter is not an object",
      "Empty arrays are not allowed",
      "Unrecognized match type EXISTS",
      "prefix match pattern must be a string",
      "equals-ignore-case match pattern must be a string",
      "Value of numeric must be an array.",
      "Bad numeric range operator: >",
      "Value of < must be numeric",
      "Value of anything-but must be an array or single string/number value.",
      "Inside anything but list, start|null|boolean is not supported.",
      "prefix/suffix match pattern must be a string",
      "Null prefix/suffix not allowed",
      "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
    ],
  },
  {
    section: "6.5",
    title: "EventBridge refuses malformed CIDR blocks and consecutive wildcards in the rule engine's words.",
    see: () =>
      refusals([
        { ip: [{ cidr: "10.0.0.0" }] },
        { ip: [{ cidr: "10.0.0.0/xx" }] },
        { ip: [{ cidr: "xx.11.xx/8" }] },
        { ip: [{ cidr: ["bad-type"] }] },
        { bus: [{ wildcard: "arn:aws:events:us-east-1:**:event-bus/*" }] },
      ]),
    expected: [
      "Malformed CIDR, one '/' required",
      "Malformed CIDR, mask bits must be an integer",
      "Nonstandard IP address: xx.11.xx",
      "prefix match pattern must be a string",
      "Consecutive wildcard characters at pos 26",
    ],
  },
  {
    section: "6.5",
    title: "Lambda answers every malformed filter with Invalid filter pattern definition.",
    see: () =>
      ["null", "simple string", '{"eventSource":"aws:sqs"}', '{"eventSource":[]}', '[{"eventName": ["INSERT"=123}]'].map((pattern) =>
        passes("sqs", [pattern], {}),
      ),
    expected: Array(5).fill("Invalid filter pattern definition."),
  },
  {
    section: "6.2",
    title: "SQS: a plain-text body and a pattern for JSON do not fit, and the message is deleted.",
    see: () => [ofBody({ body: { key: ["value"] } }, "plain-string"), DROPPING.sqs],
    expected: [false, "deleted"],
  },
  {
    section: "6.5",
    title: "SQS and MQ: a JSON body and a pattern for plain text do not fit; plain text and a pattern for it do.",
    see: () => [
      ofBody({ body: [{ prefix: "{" }] }, '{"key":"value"}'),
      ofBody({ body: [{ prefix: "pl" }] }, "plain-string"),
      passes("mq", ['{"data":[{"prefix":"{"}]}'], { data: base64('{"key":"value"}') }),
      passes("mq", ['{"data":["plain"]}'], { data: base64("plain") }),
    ],
    expected: [false, true, false, true],
  },
  {
    section: "6.5",
    title: "Kinesis: the data is decoded from Base64, stands at the pattern's top, and is skipped where it is not JSON.",
    see: () => {
      const pattern = '{"data":{"event_type":["function_1"]}}';
      const record = (text: string) => ({ eventSource: "aws:kinesis", kinesis: { partitionKey: "custom", data: base64(text) } });
      return [
        passes("kinesis", [pattern], record('{"event_type":"function_1","message":"foo"}')),
        passes("kinesis", [pattern], record('{"event_type":"function_2","message":"bar"}')),
        passes("kinesis", [pattern], record("function_1")),
        DROPPING.kinesis,
      ];
    },
    expected: [true, false, false, "skipped"],
  },
  {
    section: "6.5",
    title: "DynamoDB: attribute values are filtered with their types, and numbers are texts, which numeric filters never match.",
    see: () => {
      const record = (image: object) => ({ eventName: "INSERT", dynamodb: { NewImage: image } });
      const numeric = '{"dynamodb":{"NewImage":{"n":{"N":[{"numeric":[">",100]},{"anything-but":"101"}]}}}}';
      return [
        passes("dynamodb", ['{"dynamodb":{"NewImage":{"key":{"S":["value"]}}}}'], record({ key: { S: "value" } })),
        passes("dynamodb", ['{"dynamodb":{"NewImage":{"key":["value"]}}}'], record({ key: { S: "value" } })),
        passes("dynamodb", [numeric], record({ n: { N: "42" } })),
        passes("dynamodb", [numeric], record({ n: { N: "101" } })),
        passes("dynamodb", ['{"eventName":["INSERT"]}'], record({})),
      ];
    },
    expected: [true, false, true, false, true],
  },
];
