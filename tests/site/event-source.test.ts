import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EVENT_SOURCES } from "../../sandbox/events/index.ts";
import { EVENT_SCHEMAS } from "../../sandbox/events/schemas.ts";
import { eventFormOf, madeEvent } from "../../src/lab/event-source.ts";
import { makerOf } from "../../src/lab/event-source-chunks.ts";

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

test.each(Object.keys(EVENT_SOURCES) as (keyof typeof EVENT_SOURCES)[])(
  "What a reader's browser loads for %s makes the event that the build made, and says the same of what cannot be.",
  async (name) => {
    const made = await makerOf(name);
    expect(made("lab", {})).toEqual(madeEvent("lab", name, {}));
    expect(made("lab", { colour: "red" })).toEqual(madeEvent("lab", name, { colour: "red" }));
    expect(made("lab", { colour: "red" })).toMatchObject({ field: "colour" });
  },
);

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
  expect(refusal({ name: "sqz" })).toBe(`source.name에는 ${Object.keys(EVENT_SOURCES).join(", ")} 가운데 하나를 적으세요.`);
  expect(refusal({ name: "sqs", fields: ["count"] })).toBe("source.fields에는 ‘필드: 값’을 적으세요.");
  expect(refusal({ name: "schedule", fields: { rules: "x" } })).toBe("source.fields의 ‘rules’ 필드는 없습니다. 쓸 수 있는 필드: rule");
  expect(refusal({ name: "sqs", fields: { count: 0 } })).toMatch(/^source\.fields의 ‘count’ 필드: 1부터 10,000까지의 정수여야 합니다\./);
});

test("The authors' guide names every source that a lab.yaml can name, and no other.", () => {
  const guide = readFileSync("content/README.md", "utf8");
  const [, table = ""] = guide.split("| `name` | 흉내 내는 것 |\n|---|---|\n");
  const named = [...(table.split("\n\n")[0] ?? "").matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(EVENT_SOURCES).sort());
});
