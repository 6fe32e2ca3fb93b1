/** exercise.yaml: what an author may write, and the sentences where it is something else. For the build and Node only. */
import { z } from "zod";
import { type AuthorProblem, checkedWith, choice, list, must, prose, rawText, refuse, slug, strict, text } from "./author-schema.ts";
import type { Condition } from "./condition.ts";
import { asksSomething, condition, conditionShape } from "./condition-schema.ts";
import { checkChosen, chosen, controls } from "./controls-schema.ts";
import type { Check, Exercise, Explanation, Mistake } from "./exercise.ts";
import { callsMade, checkSituation, largestCallNamed, settable, situationOf, situationShape } from "./situation-schema.ts";

export function checkedExercise(value: unknown): { readonly value: Exercise } | { readonly problems: readonly AuthorProblem[] } {
  return checkedWith(exerciseSchema, value);
}

const MAIN_FILE = "index.mjs";

const check: z.ZodType<Check> = strict({ says: prose, ...conditionShape }).check(asksSomething);

const mistake = strict({
  name: slug,
  when: condition,
  message: prose,
  of: choice(["solution", "starter"]).exactOptional(),
  replace: list(
    strict({ file: text.default(MAIN_FILE), from: rawText, to: z.string(must('글이어야 합니다. 지우려면 ""라고 쓰세요.')) }),
    1,
  ).exactOptional(),
  configuration: settable.exactOptional(),
  chosen: chosen.exactOptional(),
}).transform(({ of, replace, configuration, chosen: values, ...rest }, context): Mistake => {
  const settings = { ...(configuration !== undefined && { configuration }), ...(values !== undefined && { chosen: values }) };
  const hasSettings = Object.keys(settings).length > 0;
  if (replace !== undefined && !hasSettings) return { ...rest, made: { from: of ?? "solution", replace } };
  if (replace === undefined && of === undefined)
    return { ...rest, made: hasSettings ? { from: "configuration", ...settings } : { from: "files" } };
  const message =
    "실수를 만드는 법은 하나여야 합니다. replace(of와 함께), 설정(configuration과 chosen), mistakes/ 폴더 가운데 하나만 쓰세요.";
  context.issues.push({ code: "custom", input: rest, message });
  return z.NEVER;
});

const explanation = strict({
  file: text.default(MAIN_FILE),
  added: text.exactOptional(),
  removed: text.exactOptional(),
  says: prose,
}).transform(({ file, added, removed, says }, context): Explanation => {
  if (added !== undefined && removed === undefined) return { file, says, added };
  if (removed !== undefined && added === undefined) return { file, says, removed };
  const message = "added(풀이에 생긴 줄의 일부)와 removed(처음 코드에서 없어진 줄의 일부) 가운데 꼭 하나를 쓰세요.";
  context.issues.push({ code: "custom", input: file, message });
  return z.NEVER;
});

const LEAST_MISTAKES = 2;

const written = strict({
  title: prose,
  goal: prose,
  ...situationShape,
  controls: controls.exactOptional(),
  readOnly: list(text).default([]),
  configurable: list(choice(["MemorySize", "Timeout"])).default([]),
  checks: list(check, 1),
  hints: strict({ concept: prose, place: prose, nearlyCode: prose }),
  mistakes: list(mistake, LEAST_MISTAKES),
  solution: strict({
    says: prose,
    configuration: settable.exactOptional(),
    chosen: chosen.exactOptional(),
    explains: list(explanation).default([]),
  }),
}).check((context) => {
  const { mistakes, checks, configurable, solution, controls = [] } = context.value;
  checkSituation(context, context.value);
  const names = mistakes.map(({ name }) => name);
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
      refuse(context, ["mistakes", index, "name"], `이름이 같은 실수가 이미 있습니다: ${name}. 하나를 바꾸세요.`);
  });
  for (const key of ["MemorySize", "Timeout"] as const) {
    if (solution.configuration?.[key] !== undefined && !configurable.includes(key))
      refuse(context, ["solution", "configuration", key], `독자가 바꿀 수 없는 설정입니다. configurable에 ${key} 값을 더하세요.`);
  }
  checkChosen(context, ["solution", "chosen"], controls, solution.chosen ?? {});
  mistakes.forEach(({ made }, index) => {
    if (made?.from === "configuration") checkChosen(context, ["mistakes", index, "chosen"], controls, made.chosen ?? {});
  });
  const calls = callsMade(situationOf(context.value));
  const checkCalls = (path: readonly PropertyKey[], tested: Condition) => {
    const largest = largestCallNamed(tested);
    if (largest > calls) refuse(context, path, `호출은 ${calls}번뿐인데 ${largest}번째 호출을 봅니다. 번호를 고치거나 stimuli를 늘리세요.`);
  };
  checks.forEach((tested, index) => {
    checkCalls(["checks", index], tested);
  });
  mistakes.forEach(({ when }, index) => {
    checkCalls(["mistakes", index, "when"], when);
  });
});

export const exerciseSchema: z.ZodType<Exercise> = written.transform(
  ({ title, goal, readOnly, configurable, checks, hints, mistakes, solution, ...situation }): Exercise => ({
    title,
    goal,
    situation: situationOf(situation),
    readOnly,
    configurable,
    checks,
    hints,
    mistakes,
    solution,
  }),
);
