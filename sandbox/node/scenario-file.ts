/**
 * A scenario from a YAML file: AWS's own keys, with what is tedious to write by hand made easy. What is wrong in it is told with
 * its line, its key and a remedy.
 *
 *   files: ./orders          the folder's files, relative to the scenario file
 *   duration: 30s            milliseconds
 *   Payload: { id: 1 }       JSON text
 */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { Scenario } from "../scenario.ts";
import { checkedScenarioInPlaces, keyPath, type ScenarioProblem } from "../scenario-schema.ts";
import { BadInput } from "./bad-input.ts";
import { readDeploymentPackage } from "./deployment-package.ts";
import { parsedDuration } from "./duration.ts";
import { STARTS_AT } from "./source-event.ts";

/** `seed`: instead of the file's. Throws BadInput with all that is wrong, a line each. */
export function readScenario(path: string, seed?: number): Scenario {
  return parsedScenario(readText(path), path, seed);
}

export function parsedScenario(source: string, path: string, seed?: number): Scenario {
  const places = new LineCounter();
  // A byte order mark of a Windows editor is none of it.
  const document = parseDocument(source.replace(/^\uFEFF/, ""), { lineCounter: places, logLevel: "silent", uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = places.linePos(offset);
    return `${path} ${line}행 ${col}열`;
  };
  if (document.errors.length > 0) {
    throw new BadInput(
      document.errors.map(({ pos, code }) => `${at(pos[0])}: ${REMEDIES[code] ?? `YAML로 읽지 못했습니다(${code}).`}`).join("\n"),
    );
  }
  const problems: ScenarioProblem[] = [];
  const written: unknown = document.toJS();
  const value = withDefaults(eased(written, [], dirname(path), problems), seed);
  const checked = problems.length > 0 ? { problems } : checkedScenarioInPlaces(value);
  if ("scenario" in checked) return checked.scenario;
  const placeOf = (keys: readonly PropertyKey[]): string => {
    for (let length = keys.length; length > 0; length -= 1) {
      const offset = offsetOf(document.getIn(keys.slice(0, length - 1), true) ?? document.contents, keys[length - 1]);
      if (offset !== undefined) return at(offset);
    }
    return at(document.contents?.range?.[0] ?? 0);
  };
  throw new BadInput(checked.problems.map(({ path: keys, says }) => `${placeOf(keys)}, ${keyPath(keys)}: ${says}`).join("\n"));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    // No such file, a folder, no permission: the caller's affair, with the system's own code.
    const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown);
    throw new BadInput(`시나리오 파일을 읽지 못했습니다(${code}): ${path}`);
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: "들여쓰기가 앞줄과 맞지 않습니다. 같은 단계는 같은 칸에서 시작하세요.",
  TAB_AS_INDENT: "들여쓰기에 탭을 썼습니다. 빈칸으로 바꾸세요.",
  DUPLICATE_KEY: "같은 키가 두 번 나옵니다. 하나로 합치세요.",
  MISSING_CHAR: "따옴표나 괄호를 닫지 않았습니다.",
  UNEXPECTED_TOKEN: "이 자리에 올 수 없는 글자입니다. 글이 콜론이나 특수 문자를 담으면 따옴표로 감싸세요.",
  BLOCK_AS_IMPLICIT_KEY: "콜론이 한 줄에 두 번 나옵니다. 글이면 따옴표로 감싸세요.",
  MULTILINE_IMPLICIT_KEY: "키 뒤에 콜론이 없거나 들여쓰기가 틀렸습니다.",
  BAD_SCALAR_START: "@나 백틱으로 시작하는 글은 따옴표로 감싸세요.",
};

/** Where a key of a map, or an item of a list, begins. */
function offsetOf(parent: unknown, key: PropertyKey | undefined): number | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  if (typeof parent !== "object" || parent === null || !("items" in parent) || !Array.isArray(parent.items)) return undefined;
  const item: unknown = parent.items[Number(key)];
  return isNode(item) ? item.range?.[0] : undefined;
}

/** Milliseconds, which may be written with a unit. */
const DURATIONS = new Set(["duration", "within", "after", "at", "for", "init", "latency"]);
/** JSON text, which may be written as a value. */
const JSON_TEXTS = new Set([
  "Payload",
  "MessageBody",
  "Message",
  "Data",
  "Detail",
  "EventPattern",
  "FilterPolicy",
  "Pattern",
  "Input",
  "Body",
  "body",
  "result",
  "Value",
]);
/** What is AWS's or another server's own: nothing in it is ours to change. */
const AS_IT_IS = new Set(["http", "writes", "headers", "Variables"]);

/** The value with durations in milliseconds, JSON as text and folders as their files. */
function eased(value: unknown, path: readonly PropertyKey[], folder: string, problems: ScenarioProblem[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => eased(item, [...path, index], folder, problems));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, given]) => {
    const here = [...path, key];
    const told = (read: () => unknown) => asked(read, here, problems);
    if (AS_IT_IS.has(key)) return [key, given];
    if (JSON_TEXTS.has(key)) return [key, typeof given === "string" ? given : JSON.stringify(given)];
    if (DURATIONS.has(key)) return [key, told(() => inMillis(key, given))];
    if (key === "files" && typeof given === "string") return [key, told(() => readDeploymentPackage(resolve(folder, given)).files)];
    return [key, eased(given, here, folder, problems)];
  });
  return Object.fromEntries(entries);
}

/** What a reader of files or durations finds wrong is wrong at this key. */
function asked(read: () => unknown, path: readonly PropertyKey[], problems: ScenarioProblem[]): unknown {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown;
    problems.push({ path, says: thrown.message });
    return undefined;
  }
}

function inMillis(key: string, given: unknown): unknown {
  if (Array.isArray(given)) return given.map((one) => inMillis(key, one));
  return typeof given === "string" ? parsedDuration(key, given) : given;
}

/** What every scenario has and hardly any has to say. */
function withDefaults(value: unknown, seed: number | undefined): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const functions = "functions" in value && Array.isArray(value.functions) ? { functions: value.functions.map(functionWithDefaults) } : {};
  return { startsAt: STARTS_AT, seed: 1, stimuli: [], ...value, ...functions, ...(seed !== undefined && { seed }) };
}

function functionWithDefaults(definition: unknown): unknown {
  if (typeof definition !== "object" || definition === null) return definition;
  const code = "declared" in definition ? { files: {} } : {};
  return { Runtime: "nodejs24.x", Handler: "index.handler", ...code, ...definition };
}
