/** Reads a chapter's quiz out of content/: its questions, the right answers, and what stands with them. For the build only. */
import type { CollectionEntry } from "astro:content";
import { type AnswerKey, answerKey } from "../../sandbox/exercise/answer-key.ts";
import { evidenceOf } from "../../sandbox/exercise/evidence.ts";
import type { Question } from "../../sandbox/exercise/quiz.ts";
import { type ChapterCode, quizScenario } from "../../sandbox/exercise/quiz-scenario.ts";
import { logStreams, type Scenario, type Trace } from "../../sandbox/index.ts";
import { address } from "../address.ts";
import { folderOf } from "../exercise/of-chapter.ts";
import { simulated } from "../lab/expected.ts";
import { highlighted } from "../lab/highlight.ts";
import { labOf } from "../lab/of-chapter.ts";
import { withFacts } from "../prose/facts.ts";

export interface QuestionOnPage {
  readonly question: Question;
  readonly key: AnswerKey;
  readonly shown: readonly Shown[];
  /** Where to read again: for each option or item, or for the question. */
  readonly read: { readonly href: string; readonly of: readonly string[] };
}

/** What stands with a question, as HTML of our own making. */
export interface Shown {
  readonly title: string;
  readonly html: string;
}

export interface QuizSources {
  readonly labs: readonly CollectionEntry<"labs">[];
  readonly exercises: readonly CollectionEntry<"exercises">[];
  readonly quizzes: readonly CollectionEntry<"quizzes">[];
}

/** `chapter` is the chapter's folder. */
export async function quizOf(sources: QuizSources, chapter: string): Promise<readonly QuestionOnPage[]> {
  const entry = sources.quizzes.find(({ id }) => id === chapter);
  if (entry === undefined) {
    throw new Error(`content/chapters/${chapter}/chapter.mdx: <Quiz />에 맞는 quiz.yaml이 없습니다. 파일을 만들거나 <Quiz />를 지우세요.`);
  }
  const code = codeOf(sources, chapter);
  return Promise.all(entry.data.questions.map((question) => onPage(question, chapter, code)));
}

function codeOf({ labs, exercises }: QuizSources, chapter: string): ChapterCode {
  const own = <T extends { readonly id: string }>(entries: readonly T[]) => entries.filter(({ id }) => id.startsWith(`${chapter}/`));
  const name = ({ id }: { readonly id: string }) => id.slice(chapter.length + 1);
  return {
    labs: new Map(
      own(labs).map((entry) => {
        const { lab, runs } = labOf(labs, chapter, name(entry));
        const { files, ...definition } = lab.function;
        const { account, layers, api, http, resources, steps } = lab;
        const event = JSON.parse(lab.event);
        return [name(entry), { function: definition, files, account, layers, http, api, resources, steps, event, runs }];
      }),
    ),
    exercises: new Map(own(exercises).map((entry) => [name(entry), folderOf(entry)])),
  };
}

async function onPage(question: Question, chapter: string, code: ChapterCode): Promise<QuestionOnPage> {
  const where = `content/chapters/${chapter}/quiz.yaml: 문제 ${question.id}`;
  const scenario = question.scenario === undefined ? undefined : quizScenario(`${chapter}/${question.id}`, question.scenario, code);
  if (question.scenario !== undefined && scenario === undefined) {
    throw new Error(`${where}의 scenario가 가리키는 실습이나 연습이 이 장에 없습니다. 이름을 고치세요.`);
  }
  const trace = scenario === undefined ? undefined : await simulated(scenario);
  const found = answerKey(question, scenario === undefined || trace === undefined ? undefined : evidenceOf(scenario, trace));
  if ("problems" in found) throw new Error(`${where}의 답이 맞지 않습니다. npm run check:content 명령이 까닭을 알려 줍니다.`);
  return {
    question: withFacts(bare(question)),
    key: found.key,
    shown: await shownWith(question, scenario, trace),
    read: { href: placeOf(question.read, chapter), of: readOf(question, chapter) },
  };
}

/** Without the conditions and runs: the key says what they say. */
function bare(question: Question): Question {
  const { scenario: _, ...rest } = question;
  if (rest.kind !== "single" && rest.kind !== "multiple") return rest;
  return { ...rest, options: rest.options.map(({ text, says }) => ({ text, says })) };
}

function readOf(question: Question, chapter: string): string[] {
  if (question.kind !== "single" && question.kind !== "multiple") return [];
  return question.options.map(({ read }) => placeOf(read ?? question.read, chapter));
}

/** `#제목`, or `05-context#제목`. */
function placeOf(read: string, chapter: string): string {
  const [folder = "", heading = ""] = read.split("#");
  const slug = (folder === "" ? chapter : folder).replace(/^\d+-/, "");
  return `${address(`chapters/${slug}/`)}#${heading}`;
}

async function shownWith(question: Question, scenario: Scenario | undefined, trace: Trace | undefined): Promise<Shown[]> {
  const shown: Shown[] = question.code === undefined ? [] : [{ title: "", html: await highlighted("", question.code) }];
  if (scenario === undefined || trace === undefined) return shown;
  for (const what of question.shows) {
    if (what === "code") {
      const files = Object.entries(scenario.functions[0]?.files ?? {});
      for (const [file, text] of files) shown.push({ title: file, html: await highlighted(file, text) });
    } else if (what === "results") {
      const payloads = trace.events.flatMap((event) => (event.type === "invocation-responded" ? [event.Payload] : []));
      shown.push({ title: "결과", html: await highlighted("", payloads.join("\n")) });
    } else {
      const isMeant = what === "reports" ? (message: string) => message.startsWith("REPORT") : () => true;
      const lines = logStreams(trace)
        .flatMap(({ events }) => events)
        .toSorted((a, b) => a.at - b.at)
        .map(({ message }) => message)
        .filter(isMeant);
      shown.push({ title: what === "reports" ? "REPORT 줄" : "로그", html: await highlighted("", lines.join("\n")) });
    }
  }
  return shown;
}
