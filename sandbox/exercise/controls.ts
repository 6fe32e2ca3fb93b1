/**
 * What a reader may turn beside the code: a reserved concurrency, a batch size, the weight of an alias. An author names each by
 * its place in the lab or the situation, so that anything that is written there can be turned. Plain data in and out.
 */
import { thousands } from "../thousands.ts";
import type { Json } from "./condition.ts";
import { pathOf } from "./json-value.ts";
import { withParticle } from "./particle.ts";

export type Control = {
  /** What `chosen` names it by. */
  readonly name: string;
  /** What a reader reads beside it. */
  readonly label: string;
  /** `function.ReservedConcurrentExecutions`, `resources.eventSourceMappings[0].BatchSize`, `steps[0].do[0].arrivals.ratePerSecond`. */
  readonly set: string;
} & (Range | Options);

/** Whole numbers, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** `개`, `초`: behind the label. */
  readonly unit?: string;
}

export interface Options {
  /** null: the key is not there at all. */
  readonly options: readonly { readonly label: string; readonly value: Json }[];
}

/** The name of a control → its value. */
export type Chosen = Readonly<Record<string, Json>>;

export const hasOptions = (control: Control): control is Control & Options => "options" in control;

/** The values as they were written. */
export function writtenChoice(controlled: object, controls: readonly Control[]): Chosen {
  return Object.fromEntries(controls.map((control) => [control.name, writtenAt(controlled, pathOf(control.set))]));
}

/** The lab or situation with what the reader has chosen in its place. What is not chosen stays as written. */
export function withChosen<T extends object>(controlled: T, controls: readonly Control[], chosen: Chosen): T {
  return controls.reduce((changed, { name, set }) => {
    const value = chosen[name];
    // It replaces values within a shape that controlProblems (controls-schema.ts) has tried with the ends of each control.
    return value === undefined ? changed : (placed(changed, pathOf(set), value) as T);
  }, controlled);
}

/** Why a value cannot be chosen, in a sentence; undefined where it can. */
export function choiceProblem(controls: readonly Control[], chosen: Chosen): string | undefined {
  const wrong = controls.find((control) => !isAllowed(control, chosen[control.name]));
  if (wrong === undefined) return undefined;
  if (hasOptions(wrong)) return `${wrong.label}의 값이 목록에 없습니다. 다시 고르세요.`;
  const { label, from, to } = wrong;
  return `${withParticle(label, "은")} ${thousands(from)}에서 ${thousands(to)} 사이의 정수입니다. 값을 고치고 다시 실행하세요.`;
}

export function isAllowed(control: Control, value: Json | undefined): boolean {
  if (value === undefined) return false;
  if (hasOptions(control)) return control.options.some((option) => JSON.stringify(option.value) === JSON.stringify(value));
  return typeof value === "number" && Number.isInteger(value) && value >= control.from && value <= control.to;
}

function writtenAt(node: unknown, keys: readonly string[]): Json {
  const [key, ...rest] = keys;
  // What an author writes in YAML and a schema has read is JSON.
  if (key === undefined) return (node ?? null) as Json;
  if (typeof node !== "object" || node === null) return null;
  if (Object.hasOwn(node, key)) return writtenAt(Reflect.get(node, key), rest);
  return "stimulus" in node ? writtenAt(node.stimulus, keys) : null;
}

function placed(node: unknown, keys: readonly string[], value: Json): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((item, index) => (String(index) === key ? placed(item, rest, value) : item));
  const object = typeof node === "object" && node !== null ? node : {};
  // What an author writes with a `type` is kept below `stimulus` (situation.ts, Happening).
  if (!Object.hasOwn(object, key) && "stimulus" in object) return { ...object, stimulus: placed(object.stimulus, keys, value) };
  const { [key]: before, ...others } = object as Readonly<Record<string, unknown>>;
  // What is not there cannot be left out: an empty object in its place would be another thing.
  if (value === null && before === undefined) return node;
  if (rest.length === 0 && value === null) return others;
  return { ...object, [key]: placed(before, rest, value) };
}
