/** The command line's arguments as a command. What cannot be one is a BadInput. */
import { parseArgs } from "node:util";
import { type EventSourceName, isEventSourceName } from "../events/index.ts";
import { MEMORY_SIZE, TIMEOUT } from "../lambda/quotas.ts";
import type { RuntimeIdentifier } from "../scenario.ts";
import { thousands } from "../thousands.ts";
import type { Millis } from "../time/instant.ts";
import { BadInput } from "./bad-input.ts";
import { parsedDuration } from "./duration.ts";
import { PRICE_OPTIONS, type PriceCommand, priceCommand } from "./price-command.ts";
import type { RunView } from "./run-report.ts";

export type Command =
  | { readonly name: "help" }
  | InvokeCommand
  | PriceCommand
  | { readonly name: "event"; readonly source: EventSourceName; readonly fields: Fields; readonly seed: number }
  | { readonly name: "list events" }
  | RunCommand;

export interface RunCommand {
  readonly name: "run";
  /** A scenario in YAML. */
  readonly path: string;
  readonly view: RunView;
  /** Undefined: the file's. */
  readonly seed: number | undefined;
}

export interface InvokeCommand {
  readonly name: "invoke";
  /** A file, or the folder of a deployment package. */
  readonly path: string;
  readonly event: EventOrigin;
  /** Undefined: the file's name, or index.handler. */
  readonly handler: string | undefined;
  readonly runtime: RuntimeIdentifier;
  readonly memory: number;
  readonly timeout: number;
  readonly env: Readonly<Record<string, string>>;
  /** A file of HTTP stubs, as `Scenario.http`. */
  readonly http: string | undefined;
  readonly times: number;
  readonly concurrent: number;
  readonly wait: Millis;
  readonly logFormat: "Text" | "JSON";
  /** The files are TypeScript sources, to be built before they are deployed. */
  readonly build: boolean;
  /** Through InvokeWithResponseStream. */
  readonly stream: boolean;
  readonly seed: number;
  readonly json: boolean;
}

export type EventOrigin =
  | { readonly from: "nothing" }
  /** `-` is standard input. */
  | { readonly from: "file"; readonly path: string }
  | { readonly from: "source"; readonly source: EventSourceName; readonly fields: Fields };

type Fields = Readonly<Record<string, string>>;

const TEXT = { type: "string" } as const;
const SWITCH = { type: "boolean" } as const;
const OPTIONS = {
  invoke: {
    event: TEXT,
    source: TEXT,
    set: { type: "string", multiple: true },
    handler: TEXT,
    runtime: TEXT,
    memory: TEXT,
    timeout: TEXT,
    env: { type: "string", multiple: true },
    http: TEXT,
    times: TEXT,
    concurrent: TEXT,
    wait: TEXT,
    "log-format": TEXT,
    build: SWITCH,
    stream: SWITCH,
    seed: TEXT,
    json: SWITCH,
  },
  event: { set: { type: "string", multiple: true }, seed: TEXT, list: SWITCH },
  run: { timeline: SWITCH, logs: SWITCH, metrics: SWITCH, json: SWITCH, seed: TEXT },
  price: PRICE_OPTIONS,
} as const;

const LARGEST_SEED = 2 ** 32 - 1;

export function parsedCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === "help" || args.includes("--help") || args.includes("-h")) return { name: "help" };
  switch (name) {
    case undefined:
      throw new BadInput("명령이 없습니다. invoke, run, event, price 가운데 하나를 쓰세요. 쓰는 법은 --help로 봅니다.");
    case "invoke":
      return invokeCommand(options("invoke", rest));
    case "run":
      return runCommand(options("run", rest));
    case "event":
      return eventCommand(options("event", rest));
    case "price":
      return priceCommand(options("price", rest));
    default:
      throw new BadInput(`‘${name}’ 명령은 없습니다. invoke, run, event, price 가운데 하나를 쓰세요. 쓰는 법은 --help로 봅니다.`);
  }
}

function invokeCommand({ values, positionals }: Options): InvokeCommand {
  const [path, extra] = positionals;
  if (path === undefined) throw new BadInput("실행할 파일이나 폴더를 쓰세요. 예: invoke index.mjs");
  if (extra !== undefined) throw new BadInput(`파일이나 폴더는 하나만 씁니다. 남는 인수: ${extra}`);
  return {
    name: "invoke",
    path,
    event: eventOrigin(values),
    handler: values.one("handler"),
    runtime: choice("--runtime", values.one("runtime") ?? "nodejs24.x", ["nodejs24.x", "nodejs22.x"]),
    memory: wholeNumber("--memory", values.one("memory"), { ...MEMORY_SIZE, unit: "MB" }),
    timeout: wholeNumber("--timeout", values.one("timeout"), { ...TIMEOUT, unit: "초" }),
    env: pairs("--env", values.all("env")),
    http: values.one("http"),
    times: wholeNumber("--times", values.one("times"), { least: 1, most: 10_000, default: 1, unit: "번" }),
    concurrent: wholeNumber("--concurrent", values.one("concurrent"), { least: 1, most: 10_000, default: 1, unit: "개" }),
    wait: parsedDuration("--wait", values.one("wait") ?? "0ms"),
    logFormat: choice("--log-format", values.one("log-format") ?? "Text", ["Text", "JSON"]),
    build: values.has("build"),
    stream: values.has("stream"),
    seed: seed(values),
    json: values.has("json"),
  };
}

const VIEWS = ["timeline", "logs", "metrics", "json"] as const;

function runCommand({ values, positionals }: Options): RunCommand {
  const [path, extra] = positionals;
  if (path === undefined) throw new BadInput("실행할 시나리오 파일을 쓰세요. 예: run scenario.yaml");
  if (extra !== undefined) throw new BadInput(`시나리오 파일은 하나만 씁니다. 남는 인수: ${extra}`);
  const [view, other] = VIEWS.filter((name) => values.has(name));
  if (other !== undefined) throw new BadInput(`‘--${view}’와 ‘--${other}’ 가운데 하나만 쓰세요.`);
  return { name: "run", path, view: view ?? "summary", seed: values.one("seed") === undefined ? undefined : seed(values) };
}

function eventCommand({ values, positionals }: Options): Command {
  const [source, extra] = positionals;
  if (values.has("list")) return { name: "list events" };
  if (source === undefined) throw new BadInput(`이벤트 소스를 쓰세요. ${WHICH_SOURCES}`);
  if (extra !== undefined) throw new BadInput(`이벤트 소스는 하나만 씁니다. 남는 인수: ${extra}`);
  return { name: "event", source: sourceName(source), fields: pairs("--set", values.all("set")), seed: seed(values) };
}

function eventOrigin(values: Values): EventOrigin {
  const path = values.one("event");
  const source = values.one("source");
  const fields = pairs("--set", values.all("set"));
  if (path !== undefined && source !== undefined) throw new BadInput("‘--event’와 ‘--source’는 함께 쓰지 못합니다.");
  if (source !== undefined) return { from: "source", source: sourceName(source), fields };
  if (values.all("set").length > 0) throw new BadInput("‘--set’은 ‘--source’와 함께 씁니다.");
  return path === undefined ? { from: "nothing" } : { from: "file", path };
}

function sourceName(name: string): EventSourceName {
  if (isEventSourceName(name)) return name;
  throw new BadInput(`‘${name}’ 이벤트 소스는 없습니다. ${WHICH_SOURCES}`);
}

const WHICH_SOURCES = "쓸 수 있는 소스는 event --list가 보여 줍니다.";

const seed = (values: Values) => wholeNumber("--seed", values.one("seed"), { least: 0, most: LARGEST_SEED, default: 1, unit: "" });

interface Range {
  readonly least: number;
  readonly most: number;
  readonly default: number;
  readonly unit: string;
}

function wholeNumber(option: string, text: string | undefined, range: Range): number {
  if (text === undefined) return range.default;
  const value = Number(text);
  if (/^\d{1,15}$/.test(text) && value >= range.least && value <= range.most) return value;
  const unit = range.unit === "" ? "" : `(${range.unit})`;
  throw new BadInput(
    `‘${option}’ 값은 ${thousands(range.least)}부터 ${thousands(range.most)}까지의 정수${unit}여야 합니다. 받은 값: ${text}`,
  );
}

function choice<T extends string>(option: string, text: string, values: readonly T[]): T {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new BadInput(`‘${option}’ 값은 다음 가운데 하나여야 합니다: ${values.join(", ")}. 받은 값: ${text}`);
  return found;
}

/** `name=value` each; the value is all that follows the first `=`. */
function pairs(option: string, texts: readonly string[]): Fields {
  const entries = texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw new BadInput(`‘${option}’ 값은 이름=값 꼴로 쓰세요. 받은 값: ${text}`);
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(entries);
}

interface Values {
  has(name: string): boolean;
  one(name: string): string | undefined;
  all(name: string): readonly string[];
}

interface Options {
  readonly values: Values;
  readonly positionals: readonly string[];
}

/** Read with `strict: false`, because the refusals of `parseArgs` are in English. */
function options(command: keyof typeof OPTIONS, args: readonly string[]): Options {
  const known = OPTIONS[command];
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.entries(known).find(([name]) => name === token.name && token.rawName.startsWith("--"))?.[1];
    if (option === undefined) throw new BadInput(`‘${token.rawName}’ 옵션은 없습니다. 쓸 수 있는 옵션: ${names(known)}`);
    values.set(token.name, [...(values.get(token.name) ?? []), optionValue(token.rawName, option.type, token.value)]);
    if (!("multiple" in option) && (values.get(token.name)?.length ?? 0) > 1)
      throw new BadInput(`‘${token.rawName}’ 옵션이 두 번 나왔습니다.`);
  }
  return {
    positionals,
    values: { has: (name) => values.has(name), one: (name) => values.get(name)?.[0], all: (name) => values.get(name) ?? [] },
  };
}

function optionValue(rawName: string, type: "string" | "boolean", value: string | undefined): string {
  if (type === "boolean") {
    if (value !== undefined) throw new BadInput(`‘${rawName}’ 옵션은 값을 받지 않습니다.`);
    return "";
  }
  // `--memory --json`: the next option is no value. A value that begins with a hyphen is written `--set=x=-1`, and `-` is one.
  if (value === undefined || (value.startsWith("--") && value.length > 2)) throw new BadInput(`‘${rawName}’ 옵션에 값이 없습니다.`);
  return value;
}

const names = (known: object) =>
  Object.keys(known)
    .map((name) => `--${name}`)
    .join(", ");
