/**
 * A month of one function, as a person states it. A number means the decimal that it prints as: 0.01 is one hundredth.
 * What no function can have is a FormProblem; every way from a form to a bill begins with formProblems.
 */
import { EPHEMERAL_STORAGE, INIT_LIMIT, MEMORY_SIZE, TIMEOUT } from "../lambda/quotas.ts";
import { thousands } from "../thousands.ts";
import { FREE_EPHEMERAL_MB } from "./free-tier.ts";
import { type Architecture, priceOf, type Region } from "./price-list.ts";

export interface UsageForm {
  readonly region: Region;
  readonly architecture: Architecture;
  /** Per month. */
  readonly requests: number;
  /** Of the handler, on average, as REPORT prints it: up to two decimals. Billed is the whole millisecond above. */
  readonly durationMs: number;
  readonly memoryMB: number;
  readonly ephemeralMB: number;
  /** The share of on-demand invocations that begin with Init, from 0 to 1. */
  readonly coldRate: number;
  /** Of one Init; with SnapStart, of one restore. */
  readonly initMs: number;
  /** True since 2025-08-01 (INIT_BILLED in sources.ts). False: as it was before, for deployment packages (.zip) with a managed runtime on demand. */
  readonly initBilled: boolean;
  readonly provisioned: Provisioned | undefined;
  readonly snapStart: SnapStart | undefined;
  /** Of one response that is streamed, on average; 0 where none is. */
  readonly streamedMB: number;
  /** What the function writes into CloudWatch Logs in a month. */
  readonly logGB: number;
  readonly durable: Durable | undefined;
}

export interface Provisioned {
  readonly concurrency: number;
  /** Of the month, from enabling to disabling. */
  readonly hours: number;
}

export interface SnapStart {
  readonly runtime: "java" | "python" | "dotnet";
  /** Published versions whose snapshot is kept. */
  readonly versions: number;
  /** Of the month, for each version. */
  readonly hours: number;
}

export interface Durable {
  readonly operations: number;
  readonly writtenGB: number;
  readonly retainedGBMonths: number;
}

/** A function that Lambda makes when nothing is said: nothing used yet. */
export const BLANK_FORM: UsageForm = {
  region: "ap-northeast-2",
  architecture: "x86_64",
  requests: 0,
  durationMs: 1,
  memoryMB: MEMORY_SIZE.default,
  ephemeralMB: EPHEMERAL_STORAGE.default,
  coldRate: 0,
  initMs: 0,
  initBilled: true,
  provisioned: undefined,
  snapStart: undefined,
  streamedMB: 0,
  logGB: 0,
  durable: undefined,
};

/** Of a month of 365 ÷ 12 days. */
export const HOURS_PER_MONTH = 730;

const LARGEST_COUNT = 1_000_000_000_000;

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
  /** 0: a whole number. */
  readonly decimals: number;
}

/** Of every field that holds a number, by its path in the form: for inputs, sliders and refusals alike. */
export const RANGES = {
  requests: { least: 0, most: LARGEST_COUNT, unit: "건", decimals: 0 },
  durationMs: { least: 0, most: TIMEOUT.most * 1000, unit: "ms", decimals: 2 },
  memoryMB: { least: MEMORY_SIZE.least, most: MEMORY_SIZE.most, unit: "MB", decimals: 0 },
  ephemeralMB: { least: FREE_EPHEMERAL_MB, most: EPHEMERAL_STORAGE.most, unit: "MB", decimals: 0 },
  coldRate: { least: 0, most: 1, unit: "", decimals: 6 },
  initMs: { least: 0, most: INIT_LIMIT, unit: "ms", decimals: 2 },
  "provisioned.concurrency": { least: 1, most: 1_000_000, unit: "개", decimals: 0 },
  "provisioned.hours": { least: 0, most: 744, unit: "시간", decimals: 6 },
  "snapStart.versions": { least: 1, most: 1_000, unit: "개", decimals: 0 },
  "snapStart.hours": { least: 0, most: 744, unit: "시간", decimals: 6 },
  streamedMB: { least: 0, most: 200, unit: "MB", decimals: 6 },
  logGB: { least: 0, most: LARGEST_COUNT, unit: "GB", decimals: 6 },
  "durable.operations": { least: 0, most: LARGEST_COUNT, unit: "건", decimals: 0 },
  "durable.writtenGB": { least: 0, most: LARGEST_COUNT, unit: "GB", decimals: 6 },
  "durable.retainedGBMonths": { least: 0, most: LARGEST_COUNT, unit: "GB-월", decimals: 6 },
} as const satisfies Readonly<Record<string, Range>>;

export type NumberField = keyof typeof RANGES;

export interface FormProblem {
  readonly field: NumberField | "snapStart" | "durable";
  /** What must hold, to be put behind the field's name: `값은 128부터 10,240까지의 정수(MB)여야 합니다.` */
  readonly sentence: string;
}

/** Empty where the form can be billed. */
export function formProblems(form: UsageForm): readonly FormProblem[] {
  return [...outOfRange(form), ...unknownPrices(form), ...excludedBySnapStart(form)];
}

/** The value of a field; undefined where the part of the form that holds it is absent. */
export const FIELD_VALUES: Readonly<Record<NumberField, (form: UsageForm) => number | undefined>> = {
  requests: ({ requests }) => requests,
  durationMs: ({ durationMs }) => durationMs,
  memoryMB: ({ memoryMB }) => memoryMB,
  ephemeralMB: ({ ephemeralMB }) => ephemeralMB,
  coldRate: ({ coldRate }) => coldRate,
  initMs: ({ initMs }) => initMs,
  "provisioned.concurrency": ({ provisioned }) => provisioned?.concurrency,
  "provisioned.hours": ({ provisioned }) => provisioned?.hours,
  "snapStart.versions": ({ snapStart }) => snapStart?.versions,
  "snapStart.hours": ({ snapStart }) => snapStart?.hours,
  streamedMB: ({ streamedMB }) => streamedMB,
  logGB: ({ logGB }) => logGB,
  "durable.operations": ({ durable }) => durable?.operations,
  "durable.writtenGB": ({ durable }) => durable?.writtenGB,
  "durable.retainedGBMonths": ({ durable }) => durable?.retainedGBMonths,
};

function outOfRange(form: UsageForm): readonly FormProblem[] {
  return NUMBER_FIELDS.flatMap((field) => {
    const value = FIELD_VALUES[field](form);
    return value === undefined || fits(value, RANGES[field]) ? [] : [{ field, sentence: mustBe(RANGES[field]) }];
  });
}

const NUMBER_FIELDS = Object.keys(RANGES) as readonly NumberField[]; // keyof of that very object

function fits(value: number, { least, most, decimals }: Range): boolean {
  // JavaScript prints an exponent only below a millionth and above every range; NaN fails the comparisons.
  const [, written = ""] = String(value).split(".");
  return value >= least && value <= most && !String(value).includes("e") && written.length <= decimals;
}

function mustBe({ least, most, unit, decimals }: Range): string {
  const named = unit === "" ? "" : `(${unit})`;
  const kind = decimals === 0 ? `정수${named}여야` : `수${named}여야`;
  const detail = decimals === 0 ? "" : ` 소수는 ${decimals}자리까지 씁니다.`;
  return `값은 ${thousands(least)}부터 ${thousands(most)}까지의 ${kind} 합니다.${detail}`;
}

function unknownPrices({ region, architecture, durable }: UsageForm): readonly FormProblem[] {
  if (durable === undefined || priceOf("durable-operation", region, architecture) !== undefined) return [];
  return [{ field: "durable", sentence: "요금은 이 리전의 값을 확인하지 못해 계산하지 않습니다." }];
}

/** dg "Improving startup performance with Lambda SnapStart", 2026-10: not with these two. */
function excludedBySnapStart({ snapStart, provisioned, ephemeralMB }: UsageForm): readonly FormProblem[] {
  if (snapStart === undefined) return [];
  const problem = (sentence: string): FormProblem => ({ field: "snapStart", sentence });
  return [
    ...(provisioned === undefined ? [] : [problem("기능은 프로비저닝된 동시성과 함께 쓰지 못합니다.")]),
    ...(ephemeralMB <= FREE_EPHEMERAL_MB ? [] : [problem("기능은 512MB를 넘는 임시 스토리지와 함께 쓰지 못합니다.")]),
  ];
}
