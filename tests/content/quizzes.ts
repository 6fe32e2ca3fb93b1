/** A quiz keeps its promises: each question has its right answer, and the simulator agrees. */
import { answerKey } from "../../sandbox/exercise/answer-key.ts";
import type { Evidence } from "../../sandbox/exercise/evidence.ts";
import type { Question } from "../../sandbox/exercise/quiz.ts";
import { type ChapterCode, quizScenario } from "../../sandbox/exercise/quiz-scenario.ts";
import { checkedQuiz } from "../../sandbox/exercise/quiz-schema.ts";
import type { ChapterFolder } from "./book.ts";
import { keySentence } from "./key-sentences.ts";
import type { Problem } from "./problem.ts";
import type { Runs } from "./runs.ts";
import { placeIn, readYaml, schemaProblems } from "./yaml-file.ts";

export interface QuizReport {
  readonly problems: readonly Problem[];
  readonly questions: number;
  /** Questions whose scenario's trace gives the right answer. */
  readonly fromTrace: number;
  /** Where readers are sent: `#안과-밖`. */
  readonly places: readonly { readonly line: number; readonly read: string }[];
}

const NOTHING: QuizReport = { problems: [], questions: 0, fromTrace: 0, places: [] };

export function checkQuiz(chapter: ChapterFolder, code: ChapterCode, runs: Runs): QuizReport {
  if (chapter.quiz === undefined) return NOTHING;
  const parsed = readYaml(chapter.quiz.file, chapter.quiz.text);
  if ("problems" in parsed) return { ...NOTHING, problems: parsed.problems };
  const { yaml } = parsed;
  const checked = checkedQuiz(yaml.value);
  if ("problems" in checked) return { ...NOTHING, problems: schemaProblems(yaml, checked.problems) };
  const { questions } = checked.value;
  const problems = questions.flatMap((question, index) =>
    questionProblems(question, `${chapter.name}/${question.id}`, code, runs).map(({ path, says }): Problem => {
      return { ...placeIn(yaml, ["questions", index, ...path]), severity: "error", says };
    }),
  );
  const places = questions.flatMap((question, index) =>
    placesIn(question).map(({ read, path }) => ({ read, line: yaml.lineOf(["questions", index, ...path]) })),
  );
  return { problems, places, questions: questions.length, fromTrace: questions.filter(isToldByTrace).length };
}

function questionProblems(question: Question, name: string, code: ChapterCode, runs: Runs) {
  let evidence: Evidence | undefined;
  if (question.scenario !== undefined) {
    const scenario = quizScenario(name, question.scenario, code);
    if (scenario === undefined) {
      const missing = question.scenario.from === "files" ? "" : question.scenario.name;
      return [{ path: ["scenario"], says: `이 장에 없는 실습이나 연습입니다: ${missing}. 이름을 고치세요.` }];
    }
    evidence = runs.of(scenario);
  }
  const result = answerKey(question, evidence);
  return "problems" in result ? result.problems.map(keySentence) : [];
}

function isToldByTrace(question: Question): boolean {
  switch (question.kind) {
    case "single":
    case "multiple":
      return question.options.some((option) => option.when !== undefined);
    case "order":
      return question.items.some((item) => item.happens !== undefined);
    case "number":
      return "value" in question.answer;
    case "log":
      return true;
  }
}

function placesIn(question: Question): { readonly read: string; readonly path: readonly PropertyKey[] }[] {
  const own = { read: question.read, path: ["read"] };
  if (question.kind !== "single" && question.kind !== "multiple") return [own];
  const ofOptions = question.options.flatMap(({ read }, index) => (read === undefined ? [] : [{ read, path: ["options", index, "read"] }]));
  return [own, ...ofOptions];
}
