/** `controls` as authors write them, and what is wrong with one. For the build and Node only. */
import { z } from "zod";
import { type AuthorProblem, json, list, must, prose, refuse, slug, strict, text } from "./author-schema.ts";
import type { Json } from "./condition.ts";
import { type Chosen, type Control, choiceProblem, hasOptions, isAllowed, withChosen, writtenChoice } from "./controls.ts";

const integer = z.int(must("정수여야 합니다."));

const control = strict({
  name: slug,
  label: prose,
  set: text,
  from: integer.exactOptional(),
  to: integer.exactOptional(),
  unit: prose.exactOptional(),
  options: list(strict({ label: text, value: json }), 2).exactOptional(),
}).transform(({ name, label, set, from, to, unit, options }, context): Control => {
  const one = { name, label, set };
  if (options !== undefined && from === undefined && to === undefined && unit === undefined) return { ...one, options };
  if (options === undefined && from !== undefined && to !== undefined && from < to)
    return { ...one, from, to, ...(unit !== undefined && { unit }) };
  const message = "from과 to(작은 수가 from), 또는 options 가운데 하나로 값을 정하세요.";
  context.issues.push({ code: "custom", input: one, message });
  return z.NEVER;
});

export const controls: z.ZodType<readonly Control[]> = list(control, 1);

export const chosen: z.ZodType<Chosen> = z.record(text, json, must("이름과 값의 객체여야 합니다(예: { reserved: 5 })."));

/** Readers change these by other means: a lab's and an exercise's 설정. */
const ELSEWHERE = /^function\.(MemorySize|Timeout|Runtime|Environment|files)\b/;

/**
 * What is wrong with the controls of a lab or a situation. `faultOf`: what is wrong with it once a value is in its place; each
 * option and both ends of each range are tried.
 */
export function controlProblems<T extends object>(
  controlled: T,
  all: readonly Control[],
  faultOf: (changed: T) => string | undefined,
): readonly AuthorProblem[] {
  const written = writtenChoice(controlled, all);
  return all.flatMap((one, index): readonly AuthorProblem[] => {
    const path = ["controls", index];
    if (all.findIndex(({ name }) => name === one.name) !== index)
      return [{ path: [...path, "name"], says: `이름이 같은 것이 이미 있습니다: ${one.name}. 하나를 바꾸세요.` }];
    if (ELSEWHERE.test(one.set))
      return [{ path: [...path, "set"], says: "메모리, 타임아웃, 런타임, 환경 변수는 설정 탭에서 고칩니다. 다른 값을 가리키세요." }];
    if (!isAllowed(one, written[one.name])) {
      const says = `이 자리에 적힌 값(${JSON.stringify(written[one.name])})이 고를 수 있는 값 가운데 없습니다. 자리나 값을 고치세요. 키가 없는 것도 고르게 하려면 options에 value: null을 더하세요.`;
      return [{ path: [...path, "set"], says }];
    }
    const fault = firstFault(one, (value) => faultOf(withChosen(controlled, [one], { [one.name]: value })));
    return fault === undefined ? [] : [{ path, says: fault }];
  });
}

function firstFault(one: Control, faultOf: (value: Json) => string | undefined): string | undefined {
  const values = hasOptions(one) ? one.options.map(({ value }) => value) : [one.from, one.to];
  for (const value of values) {
    const fault = faultOf(value);
    if (fault !== undefined) return `값이 ${JSON.stringify(value)}이면 실행할 수 없습니다. ${fault}`;
  }
  return undefined;
}

/** Refuses names that no control has, and values that none allows. */
export function checkChosen(context: z.core.ParsePayload, path: readonly PropertyKey[], all: readonly Control[], values: Chosen): void {
  const unknown = Object.keys(values).find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) return refuse(context, [...path, unknown], `controls에 없는 이름입니다: ${unknown}.`);
  const named = all.filter(({ name }) => name in values);
  const problem = choiceProblem(named, values);
  if (problem !== undefined) refuse(context, path, problem);
}
