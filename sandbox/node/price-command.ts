/** The options of `price` as a form. What no form can be is a BadInput. */
import { ARCHITECTURES, REGIONS } from "../pricing/price-list.ts";
import {
  BLANK_FORM,
  FIELD_VALUES,
  type FormProblem,
  formProblems,
  HOURS_PER_MONTH,
  type NumberField,
  type SnapStart,
  type UsageForm,
} from "../pricing/usage-form.ts";
import { BadInput } from "./bad-input.ts";

export interface PriceCommand {
  readonly name: "price";
  readonly form: UsageForm;
  readonly freeTier: boolean;
  readonly json: boolean;
}

const TEXT = { type: "string" } as const;
const SWITCH = { type: "boolean" } as const;
export const PRICE_OPTIONS = {
  requests: TEXT,
  duration: TEXT,
  memory: TEXT,
  arch: TEXT,
  region: TEXT,
  ephemeral: TEXT,
  "cold-rate": TEXT,
  "init-ms": TEXT,
  "init-unbilled": SWITCH,
  provisioned: TEXT,
  hours: TEXT,
  snapstart: TEXT,
  "snapstart-versions": TEXT,
  "snapstart-hours": TEXT,
  "stream-mb": TEXT,
  "log-gb": TEXT,
  "durable-operations": TEXT,
  "durable-written-gb": TEXT,
  "durable-retained-gb": TEXT,
  "no-free-tier": SWITCH,
  json: SWITCH,
} as const;

const OPTION_OF = {
  requests: "requests",
  durationMs: "duration",
  memoryMB: "memory",
  ephemeralMB: "ephemeral",
  coldRate: "cold-rate",
  initMs: "init-ms",
  "provisioned.concurrency": "provisioned",
  "provisioned.hours": "hours",
  "snapStart.versions": "snapstart-versions",
  "snapStart.hours": "snapstart-hours",
  streamedMB: "stream-mb",
  logGB: "log-gb",
  "durable.operations": "durable-operations",
  "durable.writtenGB": "durable-written-gb",
  "durable.retainedGBMonths": "durable-retained-gb",
} as const satisfies Readonly<Record<NumberField, keyof typeof PRICE_OPTIONS>>;

/** Options as command.ts reads them. */
export interface PriceValues {
  has(name: string): boolean;
  one(name: string): string | undefined;
}

export function priceCommand({ values, positionals: [extra] }: { values: PriceValues; positionals: readonly string[] }): PriceCommand {
  if (extra !== undefined) throw new BadInput(`price 명령은 옵션만 받습니다. 남는 인수: ${extra}`);
  for (const name of ["requests", "duration"]) {
    if (!values.has(name)) throw new BadInput(`‘--${name}’ 옵션을 쓰세요. 예: price --requests 3000000 --duration 200 --memory 512`);
  }
  for (const [name, needed] of NEEDS) {
    if (values.has(name) && !values.has(needed)) throw new BadInput(`‘--${name}’ 옵션은 ‘--${needed}’ 옵션과 함께 씁니다.`);
  }
  const form = formOf(values);
  const [problem] = formProblems(form);
  if (problem !== undefined) throw new BadInput(refusal(problem, values));
  return { name: "price", form, freeTier: !values.has("no-free-tier"), json: values.has("json") };
}

const NEEDS = [
  ["hours", "provisioned"],
  ["init-ms", "cold-rate"],
  ["cold-rate", "init-ms"],
  ["snapstart-versions", "snapstart"],
  ["snapstart-hours", "snapstart"],
] as const;

const DURABLE = ["durable-operations", "durable-written-gb", "durable-retained-gb"] as const;

function formOf(values: PriceValues): UsageForm {
  const number = (field: NumberField, otherwise: number) => {
    const text = values.one(OPTION_OF[field]);
    return text === undefined ? otherwise : numberIn(text);
  };
  const fromBlank = (field: NumberField) => number(field, FIELD_VALUES[field](BLANK_FORM) ?? 0);
  const snapStart = choice<SnapStart["runtime"]>("snapstart", values, ["python", "dotnet", "java"]);
  return {
    region: choice("region", values, Object.keys(REGIONS) as (keyof typeof REGIONS)[]) ?? BLANK_FORM.region, // keys of that very object
    architecture: choice("arch", values, ARCHITECTURES) ?? BLANK_FORM.architecture,
    requests: fromBlank("requests"),
    durationMs: fromBlank("durationMs"),
    memoryMB: fromBlank("memoryMB"),
    ephemeralMB: fromBlank("ephemeralMB"),
    coldRate: fromBlank("coldRate"),
    initMs: fromBlank("initMs"),
    initBilled: !values.has("init-unbilled"),
    provisioned: values.has("provisioned")
      ? { concurrency: number("provisioned.concurrency", 0), hours: number("provisioned.hours", HOURS_PER_MONTH) }
      : undefined,
    snapStart:
      snapStart === undefined
        ? undefined
        : { runtime: snapStart, versions: number("snapStart.versions", 1), hours: number("snapStart.hours", HOURS_PER_MONTH) },
    streamedMB: fromBlank("streamedMB"),
    logGB: fromBlank("logGB"),
    durable: DURABLE.some((name) => values.has(name))
      ? {
          operations: number("durable.operations", 0),
          writtenGB: number("durable.writtenGB", 0),
          retainedGBMonths: number("durable.retainedGBMonths", 0),
        }
      : undefined,
  };
}

/** `1e3`, `-1`, `0x10` and `많이` are no numbers here, and refused as what is out of range: digits, with decimals behind a point. */
function numberIn(text: string): number {
  return /^\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN;
}

function choice<T extends string>(option: "region" | "arch" | "snapstart", values: PriceValues, known: readonly T[]): T | undefined {
  const text = values.one(option);
  const found = known.find((value) => value === text);
  if (text === undefined || found !== undefined) return found;
  throw new BadInput(`‘--${option}’ 값은 다음 가운데 하나여야 합니다: ${known.join(", ")}. 받은 값: ${text}`);
}

function refusal({ field, sentence }: FormProblem, values: PriceValues): string {
  if (field === "snapStart") return `‘--snapstart’ ${sentence}`;
  if (field === "durable") return `‘--${DURABLE.find((name) => values.has(name))}’ ${sentence}`;
  return `‘--${OPTION_OF[field]}’ ${sentence} 받은 값: ${values.one(OPTION_OF[field])}`;
}
