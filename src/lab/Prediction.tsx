/** A question before Run. The reader's own run answers it, once it has made enough calls. */
import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { counted } from "../../sandbox/exercise/korean-numbers.ts";
import type { Prediction as Asked } from "../../sandbox/exercise/quiz.ts";
import { Line } from "../prose/Prose.tsx";
import type { Shown } from "./runs.ts";
import { scenarioOf } from "./session.ts";

interface PredictionProps {
  readonly prediction: Asked;
  readonly shown: ReadonlySignal<Shown>;
  readonly isAlive: boolean;
}

export function Prediction({ prediction, shown, isAlive }: PredictionProps) {
  const name = useId();
  const chosen = useSignal<number | undefined>(undefined);
  /** The indices of the options that the run has made right. */
  const right = useSignal<readonly number[] | undefined>(undefined);
  const { session: now, trace: seen } = shown.value;
  // In a lab with buttons of its own a press is what counts: one may make any number of calls.
  const isStepped = now.lab.steps !== undefined;
  const calls = isStepped
    ? (seen && now.started?.clicks) || 0
    : (seen?.events.filter(({ type }) => type === "invocation-requested").length ?? 0);

  useEffect(() => {
    const { session, trace } = shown.value;
    if (trace === undefined) right.value = undefined;
    if (trace === undefined || right.value !== undefined || calls < prediction.after) return;
    // What judges a run is loaded when there is one.
    import("./judged-prediction.ts").then(
      ({ rightOptionsIn }) => {
        right.value = rightOptionsIn(prediction.options, scenarioOf(session), trace);
      },
      (cause) => console.warn("the prediction could not be judged", cause),
    );
  }, [shown.value, calls, prediction]);

  const { question, options, after } = prediction;
  const isAnswered = right.value !== undefined;
  return (
    <fieldset class="predict">
      <legend>
        <Line text={question} />
      </legend>
      <div class="choices">
        {options.map(({ text }, index) => (
          <label key={text} class={isAnswered && right.value?.includes(index) ? "right" : ""}>
            <input
              type="radio"
              name={name}
              disabled={!isAlive || isAnswered}
              checked={chosen.value === index}
              onChange={() => {
                chosen.value = index;
              }}
            />
            <span>
              <Line text={text} />
            </span>
          </label>
        ))}
      </div>
      <div class="verdict" aria-live="polite">
        {!isAnswered && <p class="hint">{isStepped ? waitingForPress(after, calls) : waitingFor(after, calls)}</p>}
        {isAnswered && <Verdict options={options} chosen={chosen.value} right={right.value ?? []} />}
      </div>
    </fieldset>
  );
}

function waitingFor(after: number, calls: number): string {
  if (calls > 0) return `${counted(after - calls, "번")} 더 호출하면 답이 나옵니다.`;
  const when = after > 1 ? `${counted(after, "번")} 호출하면` : "실행하면";
  return `실행하기 전에 결과를 짐작해 보세요. ${when} 답이 나옵니다.`;
}

function waitingForPress(after: number, presses: number): string {
  if (presses > 0) return "다음 단추까지 누르면 답이 나옵니다.";
  return `누르기 전에 결과를 짐작해 보세요. ${after > 1 ? `단추를 차례로 ${counted(after, "번")} 누르면` : "첫 단추를 누르면"} 답이 나옵니다.`;
}

interface VerdictProps {
  readonly options: Asked["options"];
  readonly chosen: number | undefined;
  readonly right: readonly number[];
}

function Verdict({ options, chosen, right }: VerdictProps) {
  const answers = right.flatMap((index) => options[index] ?? []);
  const own = chosen === undefined ? undefined : options[chosen];
  if (answers.length === 0) return <p>코드나 설정을 고친 실행이라 보기 가운데 맞는 것이 없습니다. 처음으로 돌아가면 다시 짐작합니다.</p>;
  const isRight = chosen !== undefined && right.includes(chosen);
  return (
    <>
      {own !== undefined && (
        <p class={isRight ? "good" : "off"}>
          <Line text={own.says} />
        </p>
      )}
      {!isRight &&
        answers.map(({ text }) => (
          <p key={text} class="good">
            실행한 결과: <Line text={text} />
          </p>
        ))}
    </>
  );
}
