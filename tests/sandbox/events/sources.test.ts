import { expect, test } from "vitest";
import { EVENT_SOURCES, type EventSourceName } from "../../../sandbox/events/index.ts";
import { EVENT_SCHEMAS } from "../../../sandbox/events/schemas.ts";
import { eventContext } from "./context.ts";

const NAMES = Object.keys(EVENT_SOURCES) as EventSourceName[];

/** Fields with which each source's event has every key that it can have. */
const FULL: Record<EventSourceName, Record<string, string>> = {
  "api-gateway-http": { method: "PUT", path: "/a/b", query: "x=1", cookies: "c=1", body: "{}", route: "PUT /a/{id}" },
  "function-url": { method: "PUT", query: "x=1", cookies: "c=1", body: "{}" },
  s3: { eventName: "ObjectRemoved:Delete" },
  sqs: { queue: "q.fifo", attributes: '{"a":"b","n":1}', count: "2" },
  schedule: { rule: "nightly" },
};

test("the sources are the five that the lab offers, each under its own name", () => {
  expect(NAMES).toEqual(["api-gateway-http", "function-url", "s3", "sqs", "schedule"]);
  for (const name of NAMES) expect(EVENT_SOURCES[name].name).toBe(name);
});

test.each(NAMES)("what %s builds is what its schema knows, key for key", (name) => {
  for (const fields of [{}, FULL[name]]) {
    const event = EVENT_SOURCES[name].build(fields, eventContext());
    // Parsing drops keys that a schema does not know, so an equal event has none.
    expect(EVENT_SCHEMAS[name].parse(event)).toEqual(event);
  }
});

test.each(NAMES)("%s survives JSON unchanged", (name) => {
  const event = EVENT_SOURCES[name].build(FULL[name], eventContext());
  expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event);
});

test.each(NAMES)("the same fields and context give the same %s event, another seed another one", (name) => {
  const build = (seed: number) => JSON.stringify(EVENT_SOURCES[name].build({}, eventContext(seed)));
  expect(build(1)).toBe(build(1));
  expect(build(2)).not.toBe(build(1));
});

test.each(NAMES)("every field of %s has a Korean label and a default that it accepts", (name) => {
  for (const field of EVENT_SOURCES[name].fields) {
    expect(field.label).toMatch(/[가-힣]/);
    expect(() => EVENT_SOURCES[name].build({ [field.name]: field.default }, eventContext())).not.toThrow();
  }
});

test("a schema refuses what AWS never sends", () => {
  expect(EVENT_SCHEMAS.s3.safeParse({ Records: [] }).success).toBe(false);
  const event = EVENT_SOURCES["function-url"].build({}, eventContext());
  expect(EVENT_SCHEMAS["function-url"].safeParse({ ...event, headers: { Accept: "*/*" } }).success).toBe(false);
});

test("a scheduled event has whole seconds and the rule's ARN", () => {
  expect(JSON.stringify(EVENT_SOURCES.schedule.build({ rule: "nightly" }, eventContext()), null, 2)).toMatchInlineSnapshot(`
    "{
      "version": "0",
      "id": "904ccb19-95c9-4b5c-855a-2fd5f2473522",
      "detail-type": "Scheduled Event",
      "source": "aws.events",
      "account": "123456789012",
      "time": "2026-11-22T07:00:00Z",
      "region": "ap-northeast-2",
      "resources": [
        "arn:aws:events:ap-northeast-2:123456789012:rule/nightly"
      ],
      "detail": {}
    }"
  `);
});
