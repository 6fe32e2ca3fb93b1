/** Every lab runs, and its prediction can be told from the run. */
import { rightOptions } from "../../sandbox/exercise/answer-key.ts";
import { checkedWith, strict } from "../../sandbox/exercise/author-schema.ts";
import { controlProblems, controls as controlsSchema } from "../../sandbox/exercise/controls-schema.ts";
import type { Evidence } from "../../sandbox/exercise/evidence.ts";
import type { LabCode } from "../../sandbox/exercise/quiz-scenario.ts";
import { checkedPrediction } from "../../sandbox/exercise/quiz-schema.ts";
import { stimulusOf } from "../../sandbox/exercise/situation.ts";
import { resources as resourcesSchema, steps as stepsSchema } from "../../sandbox/exercise/situation-schema.ts";
import { httpStubsSchema } from "../../sandbox/network/http-stub-schema.ts";
import type { Files, InvokeApi, LayerDefinition, Scenario } from "../../sandbox/scenario.ts";
import { checkedScenario } from "../../sandbox/scenario-schema.ts";
import type { LabDefinition } from "../../src/lab/definition.ts";
import { eventFormOf, madeEvent } from "../../src/lab/event-source.ts";
import { pressed, scenarioOf } from "../../src/lab/session.ts";
import type { ChapterFolder, LabFolder } from "./book.ts";
import { keySentence } from "./key-sentences.ts";
import type { Problem } from "./problem.ts";
import type { Runs } from "./runs.ts";
import { placeIn, readYaml, schemaProblems, type YamlFile } from "./yaml-file.ts";

const around = strict({
  resources: resourcesSchema.optional(),
  steps: stepsSchema.optional(),
  controls: controlsSchema.optional(),
  http: httpStubsSchema.optional(),
});

export interface ReadLab {
  readonly folder: LabFolder;
  readonly yaml: YamlFile;
  readonly code: LabCode;
  readonly definition: LabDefinition;
}

export function readLab(chapter: ChapterFolder, folder: LabFolder): { readonly read: ReadLab } | { readonly problems: readonly Problem[] } {
  const { lab, path, starter } = folder;
  const file = `${path}/lab.yaml`;
  const error = (says: string): Problem => ({ file, severity: "error", says });
  if (lab === undefined) return { problems: [error("파일이 없습니다. 실습의 이름, 함수, 이벤트를 적으세요.")] };
  const parsed = readYaml(file, lab.text);
  if ("problems" in parsed) return parsed;
  const { value } = parsed.yaml;
  const isDeclared = member(member(value, "function"), "declared") !== undefined;
  if (Object.keys(starter).length === 0 && !isDeclared)
    return { problems: [error("starter/ 폴더가 없거나 비어 있습니다. 처음 코드를 두세요.")] };
  const title = member(value, "title");
  const runs = member(value, "runs");
  const definition = { ...objectOf(member(value, "function")), files: starter };
  const account = member(value, "account");
  const layers = layersOf(definition, folder.layers);
  const keys = ["resources", "steps", "controls", "http"].filter((key) => member(value, key) !== undefined);
  const written = checkedWith(around, Object.fromEntries(keys.map((key) => [key, member(value, key)])));
  if ("problems" in written) return { problems: schemaProblems(parsed.yaml, written.problems) };
  const { resources, steps, controls, http } = written.value;
  const inside: Inside = { function: definition, resources, steps, ...(account === undefined ? {} : { account }) };
  const beside = { ...(layers === undefined ? {} : { layers }), ...(http === undefined ? {} : { http }) };
  const checked = checkedScenario(wholeScenario(inside, beside));
  if ("problems" in checked) return { problems: checked.problems.map((says) => error(says.replace(/^functions\[0\]/, "function"))) };
  const faultOf = (changed: Inside) => {
    const tried = checkedScenario(wholeScenario(changed, beside));
    return "problems" in tried ? tried.problems[0] : undefined;
  };
  const wrongControls = controlProblems(inside, controls ?? [], faultOf);
  if (wrongControls.length > 0) return { problems: schemaProblems(parsed.yaml, wrongControls) };
  const [fn] = checked.scenario.functions;
  if (fn === undefined || typeof title !== "string") return { problems: [error("title이 빠졌습니다. 실습의 이름을 적으세요.")] };
  const { files, ...configuration } = fn;
  const id = `${chapter.name}/${folder.name}`;
  const sent = eventOf(id, value);
  if ("says" in sent) return { problems: [{ ...placeIn(parsed.yaml, ["source"]), severity: "error", says: sent.says }] };
  const { event } = sent;
  return {
    read: {
      folder,
      yaml: parsed.yaml,
      code: {
        function: configuration,
        files,
        account: checked.scenario.account,
        layers: checked.scenario.layers,
        http,
        api: apiOf(value),
        resources,
        steps,
        event: JSON.parse(event),
        runs: typeof runs === "number" ? runs : 1,
      },
      definition: {
        id,
        title,
        function: fn,
        layers: checked.scenario.layers,
        api: apiOf(value),
        account: checked.scenario.account,
        http,
        resources,
        steps,
        controls,
        event,
      },
    },
  };
}

/** Where a lab's controls have their places. */
interface Inside {
  readonly function: { readonly files: Files };
  readonly account?: unknown;
  readonly resources: LabDefinition["resources"];
  readonly steps: LabDefinition["steps"];
}

/** All that the lab's buttons can let happen, one after the other. */
function wholeScenario({ function: definition, account, resources, steps }: Inside, around: object): unknown {
  const FunctionName = String(member(definition, "FunctionName"));
  const stimuli = steps?.flatMap((step) => step.do.map((one) => stimulusOf(one, FunctionName, definition.files))) ?? [];
  const functions = [definition, ...(resources?.functions ?? [])];
  const limits = account === undefined ? {} : { account };
  return { seed: 0, startsAt: "2026-11-22T07:00:00.000Z", ...limits, ...around, ...resources, functions, stimuli };
}

/** The layers that a function names, as far as there are folders for them: the scenario's own check tells of the others. */
export function layersOf(definition: object, folders: ReadonlyMap<string, Files>): readonly LayerDefinition[] | undefined {
  const names = member(definition, "Layers");
  if (!Array.isArray(names)) return undefined;
  return [...folders].filter(([name]) => names.includes(name)).map(([LayerName, files]) => ({ LayerName, files }));
}

function apiOf(lab: unknown): InvokeApi | undefined {
  const api = member(lab, "api");
  return api === "Invoke" || api === "InvokeWithResponseStream" ? api : undefined;
}

/** JSON text, written down or made from a source. */
function eventOf(id: string, lab: unknown): { readonly event: string } | { readonly says: string } {
  const [event, source] = [member(lab, "event"), member(lab, "source")];
  if ([event, source, member(lab, "steps")].filter((one) => one !== undefined).length > 1)
    return { says: "event와 source와 steps 가운데 하나만 적으세요." };
  if (source === undefined) return { event: JSON.stringify(event ?? {}, undefined, 2) };
  const read = eventFormOf(source);
  return "form" in read ? madeEvent(id, read.form.name, read.form.values) : read;
}

export function labProblems({ folder, yaml, code, definition }: ReadLab, runs: Runs): readonly Problem[] {
  const evidence = runs.of(labScenario(definition, Math.max(1, code.runs)));
  const broken = evidence.calls.find((call) => call.errorType !== undefined && CANNOT_START.has(call.errorType));
  const problems: Problem[] = [];
  if (broken !== undefined) {
    const says = `처음 코드를 실행하지 못합니다: ${broken.errorType}: ${broken.errorMessage}. 일부러 그런 것이 아니면 코드와 Handler를 고치세요.`;
    problems.push({ ...placeIn(yaml, ["function"]), severity: "warning", says });
  }
  if (evidence.trace.events.some((event) => event.type === "simplified"))
    problems.push({
      ...placeIn(yaml, []),
      severity: "warning",
      says: "시뮬레이터가 끝까지 따라가지 못하는 실습입니다. 계산이나 로그를 줄이세요.",
    });
  return [...problems, ...predictionProblems(folder, definition, runs)];
}

const CANNOT_START = new Set([
  "Runtime.ImportModuleError",
  "Runtime.UserCodeSyntaxError",
  "Runtime.HandlerNotFound",
  "Runtime.MalformedHandlerName",
]);

function predictionProblems({ prediction, path }: LabFolder, definition: LabDefinition, runs: Runs): readonly Problem[] {
  if (prediction === undefined) return [];
  const parsed = readYaml(`${path}/prediction.yaml`, prediction.text);
  if ("problems" in parsed) return parsed.problems;
  const checked = checkedPrediction(parsed.yaml.value);
  if ("problems" in checked) return schemaProblems(parsed.yaml, checked.problems);
  const { after, options } = checked.value;
  const evidence: Evidence = runs.of(labScenario(definition, after));
  const { right, problems } = rightOptions(options, evidence);
  const found =
    problems.length > 0 || right.length === 1
      ? problems
      : right.length === 0
        ? [NONE]
        : [{ why: "more than one right option", right } as const];
  return found.map((problem) => {
    const { path: at, says } = keySentence(problem);
    return { ...placeIn(parsed.yaml, at), severity: "error", says };
  });
}

const NONE = { why: "no right option" } as const;

/** As if a reader had pressed Run so many times. */
function labScenario(definition: LabDefinition, runs: number): Scenario {
  return scenarioOf(pressed(definition, runs));
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

const objectOf = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});
