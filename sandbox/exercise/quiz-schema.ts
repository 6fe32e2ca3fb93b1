/** quiz.yaml and prediction.yaml: what an author may write. For the build and Node only. */
import { z } from "zod";
import {
  type AuthorProblem,
  checkedWith,
  choice,
  flag,
  list,
  must,
  prose,
  refuse,
  slug,
  strict,
  text,
  wholeNumber,
} from "./author-schema.ts";
import { condition, ENVIRONMENT_KEYS, events, logs, whichOrSum } from "./condition-schema.ts";
import type { ChoiceQuestion, Option, OrderItem, Prediction, Question, QuestionText, Quiz, QuizScenario, ValueOf } from "./quiz.ts";
import { checkSituation, situationOf, situationShape } from "./situation-schema.ts";

type Checked<T> = { readonly value: T } | { readonly problems: readonly AuthorProblem[] };

export const checkedQuiz = (value: unknown): Checked<Quiz> => checkedWith(quizSchema, value);

export const checkedPrediction = (value: unknown): Checked<Prediction> => checkedWith(predictionSchema, value);

/** `#heading`, or `05-context#heading`. */
const place = text.regex(/^(\d{2}-[a-z0-9-]+)?#\S+$/, { error: "제목의 주소여야 합니다(예: '#안과-밖', 05-context#남은-시간)." });

const option: z.ZodType<Option> = strict({
  text,
  says: prose,
  read: place.exactOptional(),
  correct: flag.exactOptional(),
  when: condition.exactOptional(),
});

const item: z.ZodType<OrderItem> = strict({
  text,
  says: prose,
  happens: z.union([strict({ logs }), strict({ events })], must("{ logs: … }나 { events: … } 꼴이어야 합니다.")).exactOptional(),
});

const CALL_MEASURES = ["duration", "billedDuration", "initDuration", "maxMemoryUsed", "remainingTime"] as const;
const MEASURES = [...CALL_MEASURES, "gigabyteSeconds", "logBytes"] as const;

const traceValue: z.ZodType<ValueOf> = z.union(
  [
    strict({ result: strict({ invocation: wholeNumber(1), at: text }) }),
    strict({ measure: choice(MEASURES), invocation: whichOrSum.default("sum") }),
    strict({ logs }),
    strict({ events }),
    strict({ environments: choice(ENVIRONMENT_KEYS) }),
    strict({
      metric: strict({
        name: text,
        statistic: choice(["Sum", "Average", "Maximum", "p50", "p90", "p99"]),
        FunctionName: text.exactOptional(),
      }),
    }),
    strict({ queue: text }),
  ],
  must("trace에서 읽을 수여야 합니다. result, measure, logs, events, environments, metric, queue 가운데 하나를 쓰세요."),
);

const number = z.number(must("수여야 합니다."));

const filesSchema = z.record(text, z.string(must("파일의 내용이어야 합니다.")), must("파일 이름과 내용의 객체여야 합니다."));

const scenario: z.ZodType<QuizScenario> = strict({
  lab: slug.exactOptional(),
  exercise: slug.exactOptional(),
  code: choice(["starter", "solution"]).exactOptional(),
  files: filesSchema.exactOptional(),
  ...situationShape,
  function: situationShape.function.exactOptional(),
}).transform((given, context): QuizScenario => {
  const fail = (message: string): never => {
    context.issues.push({ code: "custom", input: given, message });
    return z.NEVER;
  };
  const { lab, exercise, code, files, function: definition, ...rest } = given;
  const ways = [lab, exercise, files].filter((way) => way !== undefined);
  if (ways.length !== 1) return fail("lab, exercise, files 가운데 꼭 하나로 코드를 정하세요.");
  if (files !== undefined) {
    if (definition === undefined) return fail("files와 함께 function을 쓰세요(예: { FunctionName: counter }).");
    const situation = { ...rest, function: definition };
    checkSituation({ value: given, issues: context.issues }, situation);
    return { from: "files", situation: situationOf(situation), files };
  }
  if (definition !== undefined || rest.event !== undefined) return fail("lab이나 exercise에서 가져올 때는 stimuli만 바꿔 씁니다.");
  const changed = rest.stimuli === undefined ? {} : { stimuli: rest.stimuli };
  if (lab !== undefined) return { from: "lab", name: lab, ...changed };
  return { from: "exercise", name: exercise ?? "", code: code ?? "starter", ...changed };
});

const questionText = {
  id: slug,
  question: prose,
  as: choice(["predict-the-log", "find-the-bug", "read-the-bill"]).exactOptional(),
  read: place,
  code: text.exactOptional(),
  scenario: scenario.exactOptional(),
  shows: list(choice(["code", "logs", "reports", "results"])).default([]),
};

const LEAST_OPTIONS = 2;

const choiceQuestion = <const Kind extends ChoiceQuestion["kind"]>(kind: Kind) =>
  strict({ ...questionText, kind: z.literal(kind), options: list(option, LEAST_OPTIONS) }).check((context) => {
    checkOptions(context, context.value.options, context.value.scenario !== undefined);
  });

const numberQuestion = strict({
  ...questionText,
  kind: z.literal("number"),
  answer: number.exactOptional(),
  value: traceValue.exactOptional(),
  tolerance: number.default(0),
  unit: text.exactOptional(),
  says: prose,
  anticipated: list(strict({ answer: number, says: prose })).default([]),
  otherwise: prose,
}).transform(({ answer, value, ...rest }, context) => {
  if (value !== undefined && answer === undefined) return { ...rest, answer: { value } };
  if (answer !== undefined && value === undefined) return { ...rest, answer: { typed: answer } };
  context.issues.push({
    code: "custom",
    input: rest,
    message: "답은 answer(직접 적은 수)와 value(scenario에서 읽을 수) 가운데 꼭 하나로 정하세요.",
  });
  return z.NEVER;
});

const logQuestion = strict({
  ...questionText,
  kind: z.literal("log"),
  lines: logs,
  says: prose,
  anticipated: list(strict({ answer: text, says: prose })).default([]),
  otherwise: prose,
});

const orderQuestion = strict({ ...questionText, kind: z.literal("order"), items: list(item, LEAST_OPTIONS) });

const KINDS = ["single", "multiple", "order", "number", "log"] as const;

const question: z.ZodType<Question> = z
  .discriminatedUnion("kind", [choiceQuestion("single"), choiceQuestion("multiple"), orderQuestion, numberQuestion, logQuestion], {
    error: `kind는 다음 가운데 하나여야 합니다: ${KINDS.join(", ")}.`,
  })
  .check((context) => {
    const { scenario: given, shows }: QuestionText = context.value;
    if (given === undefined && shows.length > 0) refuse(context, ["shows"], "보일 실행이 없습니다. scenario를 쓰거나 shows를 지우세요.");
  });

export const quizSchema: z.ZodType<Quiz> = strict({ questions: list(question, 1) }).check((context) => {
  const ids = context.value.questions.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index)
      refuse(context, ["questions", index, "id"], `같은 id가 이미 있습니다: ${id}. 답이 id로 기억되니 다른 이름을 쓰세요.`);
  });
});

export const predictionSchema: z.ZodType<Prediction> = strict({
  question: prose,
  after: wholeNumber(1),
  options: list(option, LEAST_OPTIONS),
}).check((context) => {
  checkOptions(context, context.value.options, true);
});

function checkOptions(context: z.core.ParsePayload, options: readonly Option[], hasScenario: boolean): void {
  options.forEach(({ text: wording, when }, index) => {
    if (options.findIndex((other) => other.text === wording) !== index)
      refuse(context, ["options", index, "text"], "글이 같은 보기가 이미 있습니다. 하나를 고치세요.");
    if (when !== undefined && !hasScenario)
      refuse(context, ["options", index, "when"], "when이 볼 실행이 없습니다. 문제에 scenario를 쓰세요.");
  });
  if (!options.some(({ when, correct }) => when !== undefined || correct === true))
    refuse(context, ["options"], "맞는 보기가 없습니다. 맞는 보기에 correct: true를 쓰거나, 보기마다 when을 쓰세요.");
}
