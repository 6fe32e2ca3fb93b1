/** `aws` and `sam` commands against what they take. */
import { search } from "@aws-lambda-powertools/jmespath";
import { type AwsOperation, type AwsOption, awsService, SERVICES } from "./aws-model.ts";
import {
  GLOBAL_OPTIONS,
  GLOBAL_VALUES,
  HOISTED,
  OWN_COMMANDS,
  type OwnCommand,
  SAM_COMMANDS,
  WAITS_ON,
  WITH_OUTPUT_FILE,
} from "./cli-commands.ts";
import { structureFaults } from "./cli-values.ts";
import type { ShellCommand, ShellWord } from "./shell-commands.ts";

export interface CommandFault {
  /** In the script, from 1. */
  readonly line: number;
  readonly says: string;
}

/** `isMention`: a sentence names the command, and what it needs may be missing. */
export function commandFaults(command: ShellCommand, isMention: boolean): readonly CommandFault[] {
  const program = command.words[0]?.text;
  if (program === "aws") return awsFaults(command, isMention);
  return program === "sam" ? samFaults(command) : [];
}

function awsFaults({ line, words }: ShellCommand, isMention: boolean): readonly CommandFault[] {
  const [, service = "", operation = "", third = ""] = words.map(({ text }) => text);
  const one = (says: string): CommandFault[] => [{ line, says }];
  const own = OWN_COMMANDS[`${service} ${operation}`];
  if (own !== undefined) return ownFaults(`aws ${service} ${operation}`, own, words.slice(3), line, isMention);
  const model = awsService(service);
  if (model === undefined)
    return one(
      `검사가 모르는 서비스입니다: aws ${service}. 있는 것: ${SERVICES.join(", ")}. 맞다면 tests/content/code/aws-model.ts에 더하세요.`,
    );
  if (operation === "wait") {
    if (!model.waiters.includes(third)) return one(`없는 waiter입니다: ${third}. 있는 것: ${model.waiters.join(", ")}.`);
    const asks = model.operations.get(WAITS_ON[`${service} ${third}`] ?? "");
    if (asks === undefined) return one(`waiter ${third}가 부르는 명령을 tests/content/code/cli-commands.ts에 적으세요.`);
    return operationFaults(`aws ${service} wait ${third}`, asks(), words.slice(4), line, isMention);
  }
  const found = model.operations.get(operation);
  if (found === undefined) return one(`aws ${service}에 ${operation} 명령이 없습니다.${nearest(operation, [...model.operations.keys()])}`);
  return operationFaults(`aws ${service} ${operation}`, hoisted(`${service} ${operation}`, found()), words.slice(3), line, isMention);
}

function hoisted(command: string, operation: AwsOperation): AwsOperation {
  const hoist = HOISTED[command];
  const instead = hoist && operation.options.get(hoist.insteadOf);
  if (hoist === undefined || instead === undefined) return operation;
  const options = new Map(operation.options);
  options.set(hoist.insteadOf, { ...instead, isRequired: false });
  options.set(hoist.added, { shape: { kind: "blob" }, isRequired: false, values: undefined });
  return { options };
}

function operationFaults(
  name: string,
  { options }: AwsOperation,
  words: readonly ShellWord[],
  line: number,
  isMention: boolean,
): readonly CommandFault[] {
  const { given, loose } = grouped(words);
  const faults: CommandFault[] = [];
  for (const option of given) {
    const known = options.get(option.name);
    const negated = options.get(option.name.replace(/^no-/, ""));
    if (known !== undefined) faults.push(...(isMention && option.values.length === 0 ? [] : optionFaults(option, known)));
    else if (option.name in GLOBAL_OPTIONS) faults.push(...globalFaults(option));
    else if (negated?.shape.kind !== "flag")
      faults.push({
        line: option.line,
        says: `${name} 명령에 --${option.name} 옵션이 없습니다.${nearest(option.name, [...options.keys()])}`,
      });
  }
  const files = WITH_OUTPUT_FILE.includes(name.slice("aws ".length)) ? 1 : 0;
  // Words after an option that takes one value are the command's own.
  const positionals = [...loose, ...given.flatMap((option) => option.values.slice(takes(option, options)))];
  for (const extra of positionals.slice(files))
    faults.push({ line: extra.line, says: `${name} 명령이 받지 않는 값입니다: ${extra.text}. 지우거나 옵션 이름을 붙이세요.` });
  if (isMention) return faults;
  if (positionals.length < files)
    faults.push({ line, says: `${name} 명령의 끝에 답을 적을 파일 이름이 없습니다. result.json처럼 적으세요.` });
  const names = new Set(given.map((option) => option.name));
  const whole = names.has("cli-input-json") || names.has("cli-input-yaml");
  const missing = [...options].filter(([option, { isRequired }]) => isRequired && !names.has(option) && !whole).map(([option]) => option);
  const hoist = HOISTED[name.slice("aws ".length)];
  if (hoist !== undefined && !names.has(hoist.added) && !names.has(hoist.insteadOf)) missing.push(hoist.added);
  if (missing.length > 0)
    faults.push({
      line,
      says: `${name} 명령에 꼭 있어야 하는 옵션이 빠졌습니다: ${missing.map((each) => `--${each}`).join(", ")}. 더하세요.`,
    });
  return faults;
}

interface GivenOption {
  readonly name: string;
  readonly line: number;
  readonly values: readonly ShellWord[];
}

/** Options with the words up to the next one, and the words before any option. */
function grouped(words: readonly ShellWord[]): { readonly given: readonly GivenOption[]; readonly loose: readonly ShellWord[] } {
  const given: { name: string; line: number; values: ShellWord[] }[] = [];
  const loose: ShellWord[] = [];
  for (const word of words) {
    if (/^--?[a-z]/.test(word.text)) {
      const [name = "", value] = word.text.replace(/^--?/, "").split(/=(.*)/s);
      given.push({ name, line: word.line, values: value === undefined ? [] : [{ text: value, line: word.line }] });
    } else (given.at(-1)?.values ?? loose).push(word);
  }
  return { given, loose };
}

/** How many of the words behind an option are its values. */
function takes({ name }: GivenOption, options: AwsOperation["options"]): number {
  const kind = options.get(name)?.shape.kind;
  if (kind === "list") return Number.POSITIVE_INFINITY;
  return kind === "flag" || (kind === undefined && (GLOBAL_OPTIONS[name] === true || name.startsWith("no-"))) ? 0 : 1;
}

function optionFaults({ name, line, values }: GivenOption, { shape, values: allowed }: AwsOption): readonly CommandFault[] {
  if (shape.kind === "flag") return [];
  const first = values[0];
  if (first === undefined) return [{ line, says: `--${name} 옵션에 값이 없습니다.` }];
  if (shape.kind === "number" && !/^\d+(\.\d+)?$/.test(first.text) && !first.text.includes("$"))
    return [{ line: first.line, says: `--${name} 옵션의 값은 수여야 합니다: ${first.text}` }];
  if (shape.kind === "blob" && name === "zip-file" && !/^fileb:\/\//.test(first.text))
    return [{ line: first.line, says: `--${name} 옵션에는 fileb://로 시작하는 파일 이름을 적습니다: ${first.text}` }];
  if (allowed !== undefined && (shape.kind === "text" || shape.kind === "list")) {
    const wrong = (shape.kind === "list" ? values : [first]).find(
      ({ text }) => !text.includes("$") && !/^[[{]/.test(text) && !allowed.includes(text),
    );
    if (wrong !== undefined)
      return [{ line: wrong.line, says: `--${name} 옵션에 없는 값입니다: ${wrong.text}.${nearest(wrong.text, allowed)}` }];
  }
  return values.flatMap((value) =>
    structureFaults(shape, value.text).map((says) => ({ line: value.line, says: `--${name} 옵션의 값이 잘못됐습니다. ${says}` })),
  );
}

function globalFaults({ name, line, values }: GivenOption): readonly CommandFault[] {
  const allowed = GLOBAL_VALUES[name];
  const value = values[0]?.text;
  if (GLOBAL_OPTIONS[name] === false && value === undefined) return [{ line, says: `--${name} 옵션에 값이 없습니다.` }];
  if (name === "query" && value !== undefined && !value.includes("$")) {
    const says = queryFault(value);
    return says === undefined ? [] : [{ line, says: `--query 옵션의 값이 JMESPath가 아닙니다: ${says}` }];
  }
  if (allowed === undefined || value === undefined || allowed.includes(value)) return [];
  return [{ line, says: `--${name} 옵션에 없는 값입니다: ${value}. 있는 것: ${allowed.join(", ")}.` }];
}

/** Of an expression that does not parse. What it finds in nothing is no fault. */
function queryFault(expression: string): string | undefined {
  try {
    search(expression, {});
    return undefined;
  } catch (thrown) {
    // What does not parse is what this looks for; a function may also refuse the emptiness it was tried on.
    if (!(thrown instanceof Error)) throw thrown;
    return SYNTAX_ERRORS.has(thrown.name) ? thrown.message : undefined;
  }
}

const SYNTAX_ERRORS = new Set(["LexerError", "ParseError", "IncompleteExpressionError", "EmptyExpressionError", "UnknownFunctionError"]);

function ownFaults(name: string, own: OwnCommand, words: readonly ShellWord[], line: number, isMention: boolean): readonly CommandFault[] {
  const { given, loose } = grouped(words);
  const unknown = given.filter((option) => !(option.name in own.options) && !(option.name in GLOBAL_OPTIONS));
  const missing = own.required.filter((option) => !given.some((each) => each.name === option));
  const faults = unknown.map((option): CommandFault => {
    return { line: option.line, says: `${name} 명령에 --${option.name} 옵션이 없습니다.${nearest(option.name, Object.keys(own.options))}` };
  });
  if (!isMention && missing.length > 0)
    faults.push({
      line,
      says: `${name} 명령에 꼭 있어야 하는 옵션이 빠졌습니다: ${missing.map((each) => `--${each}`).join(", ")}. 더하세요.`,
    });
  if (!isMention && loose.length < own.positionals)
    faults.push({ line, says: `${name} 명령에 값이 모자랍니다. ${own.positionals}개를 적어야 합니다.` });
  return faults;
}

function samFaults({ line, words }: ShellCommand): readonly CommandFault[] {
  const [, first = "", second = ""] = words.map(({ text }) => text);
  const name = first === "local" ? `${first} ${second}` : first;
  const options = SAM_COMMANDS[name];
  if (options === undefined) return [{ line, says: `sam에 ${name} 명령이 없습니다.${nearest(name, Object.keys(SAM_COMMANDS))}` }];
  return grouped(words.slice(name.split(" ").length + 1)).given.flatMap((option): CommandFault[] => {
    if (option.name in options) return [];
    return [
      { line: option.line, says: `sam ${name} 명령에 --${option.name} 옵션이 없습니다.${nearest(option.name, Object.keys(options))}` },
    ];
  });
}

/** ` 가까운 것: --function-name.` where one is near enough to be meant. */
function nearest(word: string, known: readonly string[]): string {
  const ranked = known.map((each) => ({ each, away: distance(word, each) })).sort((a, b) => a.away - b.away);
  const best = ranked[0];
  return best === undefined || best.away > Math.max(2, word.length / 3)
    ? " 이름을 고치세요."
    : ` 가까운 것: ${best.each}. 이름을 고치세요.`;
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swapped));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
