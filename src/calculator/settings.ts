/** What a reader has set: every number as it is written, so that a wrong one stays where it can be put right. */
import {
  type Architecture,
  BLANK_FORM,
  FIELD_VALUES,
  HOURS_PER_MONTH,
  type NumberField,
  RANGES,
  type Region,
  type SnapStart,
  type UsageForm,
} from "../../sandbox/index.ts";

export interface CalculatorSettings {
  /** coldRate in percent, the others in the unit of RANGES. */
  readonly written: Readonly<Record<NumberField, string>>;
  readonly region: Region;
  readonly architecture: Architecture;
  readonly freeTier: boolean;
  readonly initBilled: boolean;
  readonly hasProvisioned: boolean;
  readonly snapStart: SnapStart["runtime"] | undefined;
  readonly hasDurable: boolean;
}

export const NUMBER_FIELDS = Object.keys(RANGES) as readonly NumberField[]; // keyof of that very object

/** What a part of the form begins with when a reader turns it on. */
const FIRST: Readonly<Partial<Record<NumberField, number>>> = {
  "provisioned.concurrency": 10,
  "provisioned.hours": HOURS_PER_MONTH,
  "snapStart.versions": 1,
  "snapStart.hours": HOURS_PER_MONTH,
};

export function settingsOf(form: UsageForm, freeTier: boolean): CalculatorSettings {
  const written = NUMBER_FIELDS.map((field) => [field, writtenOf(field, FIELD_VALUES[field](form) ?? FIRST[field] ?? 0)] as const);
  return {
    // One entry for each key of RANGES.
    written: Object.fromEntries(written) as Record<NumberField, string>,
    region: form.region,
    architecture: form.architecture,
    freeTier,
    initBilled: form.initBilled,
    hasProvisioned: form.provisioned !== undefined,
    snapStart: form.snapStart?.runtime,
    hasDurable: form.durable !== undefined,
  };
}

/** A number that cannot be read is NaN, which formProblems refuses. */
export function formOf(settings: CalculatorSettings): UsageForm {
  const { written, region, architecture, initBilled, hasProvisioned, snapStart, hasDurable } = settings;
  const value = (field: NumberField) => readNumber(field, written[field]);
  return {
    ...BLANK_FORM,
    region,
    architecture,
    initBilled,
    requests: value("requests"),
    durationMs: value("durationMs"),
    memoryMB: value("memoryMB"),
    ephemeralMB: value("ephemeralMB"),
    coldRate: value("coldRate"),
    initMs: value("initMs"),
    streamedMB: value("streamedMB"),
    logGB: value("logGB"),
    provisioned: hasProvisioned ? { concurrency: value("provisioned.concurrency"), hours: value("provisioned.hours") } : undefined,
    snapStart: snapStart && { runtime: snapStart, versions: value("snapStart.versions"), hours: value("snapStart.hours") },
    durable: hasDurable
      ? {
          operations: value("durable.operations"),
          writtenGB: value("durable.writtenGB"),
          retainedGBMonths: value("durable.retainedGBMonths"),
        }
      : undefined,
  };
}

/** Commas may stand anywhere between digits: people paste them. */
export function readNumber(field: NumberField, written: string): number {
  const text = written.replaceAll(/[,\s]/g, "");
  if (!/^\d+(\.\d+)?$/.test(text)) return Number.NaN;
  return field === "coldRate" ? shares(text) : Number(text);
}

export function writtenOf(field: NumberField, value: number): string {
  return grouped(field === "coldRate" ? String(Number((value * 100).toFixed(4))) : String(value));
}

/** 1,769: digits of whole numbers in threes. */
export function grouped(decimal: string): string {
  const [whole = "", ...rest] = decimal.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

/** Percent → share, by moving the point: 0.01 / 100 as floats would have digits that nobody wrote. */
function shares(percent: string): number {
  const [whole = "", decimals = ""] = percent.split(".");
  if (decimals.length > RANGES.coldRate.decimals - 2) return Number.NaN;
  const digits = whole.padStart(3, "0");
  return Number(`${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`);
}
