/** What content/README.md tells authors of labs of the service, held to the code. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkedWith, strict } from "../../sandbox/exercise/author-schema.ts";
import { condition, conditionShape } from "../../sandbox/exercise/condition-schema.ts";
import { chosen, controls } from "../../sandbox/exercise/controls-schema.ts";
import { checkedPrediction, checkedQuiz } from "../../sandbox/exercise/quiz-schema.ts";
import { resources, serviceShape, steps, stimuli } from "../../sandbox/exercise/situation-schema.ts";
import { stimulus } from "../../sandbox/scenario-schema/stimuli.ts";

const guide = readFileSync(new URL("../../content/README.md", import.meta.url), "utf8");
const section = guide.split(/^## /m).find((part) => part.startsWith("큐, 매핑")) ?? "";
const examples = [...section.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, yaml = ""]) => parse(yaml));

/** The words in code of the first cell of every row: a cell `a: 1` has the word `a`. */
function named(text: string): readonly string[] {
  const cells = [...text.matchAll(/^\| ([^|]*)\|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([\w-]+)[^`]*`/g)].map(([, word = ""]) => word));
}

test("Every type of happening that a scenario knows is in a table of the guide.", () => {
  const types = stimulus.options.map(({ shape }) => shape.type.value);
  expect(types.length).toBeGreaterThan(20);
  expect(types.filter((type) => !named(section).includes(type))).toEqual([]);
});

test("Every resource and every key of a function that belongs to the service is in a table of the guide.", () => {
  const written = { functions: [], queues: [], topics: [], streams: [], tables: [], brokers: [], buckets: [], rules: [] };
  const keys = [...Object.keys(written), "eventSourceMappings", "frontEnds", ...Object.keys(serviceShape)];
  expect(checkedWith(resources, { ...written, eventSourceMappings: [], frontEnds: [] })).toHaveProperty("value");
  expect(keys.filter((key) => !named(section).includes(key))).toEqual([]);
});

test("Every condition is in the guide, those of one key in a table.", () => {
  const joins = ["all", "any", "not"];
  expect(Object.keys(conditionShape).filter((key) => !joins.includes(key) && !named(guide).includes(key))).toEqual([]);
  expect(joins.filter((key) => !guide.includes(`\`${key}\``))).toEqual([]);
});

test("The guide names every type of event that a condition can ask for, and no other.", () => {
  const refused = checkedWith(condition, { events: { type: "no such type" } });
  const says = "problems" in refused ? refused.problems.map((problem) => problem.says).join() : "";
  const known = [...says.matchAll(/[a-z]+(?:-[a-z]+)+|\blog\b|\bsimplified\b/g)].map(([type]) => type);
  const cells = section.slice(section.indexOf("| 무엇에 |")).split("\n\n")[0] ?? "";
  const told = [...cells.matchAll(/`([a-z-]+)`/g)].map(([, type = ""]) => type).filter((type) => type !== "type");
  expect(known.length).toBeGreaterThan(30);
  expect(told.toSorted()).toEqual(known.toSorted());
});

test("The guide's examples are such as the checks accept.", () => {
  const [lab, traffic, turned, chosenIn, prediction, exercise, question] = examples;
  const around = strict({ resources, steps });
  expect(checkedWith(around, { resources: lab.resources, steps: lab.steps })).toHaveProperty("value");
  expect(checkedWith(stimuli, traffic)).toHaveProperty("value");
  expect(checkedWith(strict({ controls }), turned)).toHaveProperty("value");
  expect(checkedWith(condition, chosenIn.mistakes[0].when)).toHaveProperty("value");
  expect(checkedWith(chosen, chosenIn.mistakes[0].chosen)).toHaveProperty("value");
  expect(checkedPrediction(prediction)).toHaveProperty("value");
  expect(checkedWith(strict({ resources, stimuli }), { resources: exercise.resources, stimuli: exercise.stimuli })).toHaveProperty("value");
  expect(exercise.checks.map(({ says, ...asked }: { says: string }) => says !== "" && checkedWith(condition, asked))).toEqual([
    { value: expect.anything() },
  ]);
  expect(checkedQuiz({ questions: [question] })).toHaveProperty("value");
});
