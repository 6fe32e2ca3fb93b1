import { expect, test } from "vitest";
import { EVENT_SOURCES } from "../../sandbox/events/index.ts";
import { EVENT_SCHEMAS } from "../../sandbox/events/schemas.ts";
import { eventFormOf, madeEvent } from "../../src/lab/event-source.ts";

const formOf = (source: unknown) => {
  const read = eventFormOf(source);
  if ("says" in read) throw new Error(read.says);
  return read.form;
};
const refusal = (source: unknown) => {
  const read = eventFormOf(source);
  return "says" in read ? read.says : "no refusal";
};
const eventOf = (...made: Parameters<typeof madeEvent>) => {
  const event = madeEvent(...made);
  if ("says" in event) throw new Error(event.says);
  return JSON.parse(event.event);
};

for (const name of Object.keys(EVENT_SOURCES) as (keyof typeof EVENT_SOURCES)[]) {
  test(`A lab.yaml that names ${name} and nothing more has a form whose values make an event that AWS could have sent.`, () => {
    const form = formOf({ name });
    expect(Object.keys(form.values)).toEqual(form.fields.map((field) => field.name));
    expect(EVENT_SCHEMAS[name].safeParse(eventOf("01-chapter/lab", name, form.values)).error).toBeUndefined();
  });
}

test("Numbers and structures of YAML become the text that the form has.", () => {
  const form = formOf({ name: "sqs", fields: { count: 2, bodies: [{ orderId: 7 }, "둘"] } });
  expect(form.values).toMatchObject({ count: "2", bodies: '[{"orderId":7},"둘"]' });
  expect(eventOf("lab", "sqs", form.values).Records.map(({ body }: { body: string }) => body)).toEqual(['{"orderId":7}', "둘"]);
});

test("The same lab has the same message ids every time, another lab has others.", () => {
  const { values } = formOf({ name: "sqs" });
  const id = (lab: string) => eventOf(lab, "sqs", values).Records[0].messageId;
  expect(id("one")).toBe(id("one"));
  expect(id("one")).not.toBe(id("other"));
});

test("An author learns which sources there are, which field does not exist, and which value cannot be.", () => {
  expect(refusal({ name: "sqz" })).toBe("source.name에는 api-gateway-http, function-url, s3, sqs, schedule 가운데 하나를 적으세요.");
  expect(refusal({ name: "sqs", fields: ["count"] })).toBe("source.fields에는 ‘필드: 값’을 적으세요.");
  expect(refusal({ name: "schedule", fields: { rules: "x" } })).toBe("source.fields의 ‘rules’ 필드는 없습니다. 쓸 수 있는 필드: rule");
  expect(refusal({ name: "sqs", fields: { count: 0 } })).toMatch(/^source\.fields의 ‘count’ 필드: 1부터 10,000까지의 정수여야 합니다\./);
});
