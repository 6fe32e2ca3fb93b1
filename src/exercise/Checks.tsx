/** The goals in the order in which a reader should read what is missing; after grading, each with what was seen. */
import type { Exercise } from "../../sandbox/exercise/exercise.ts";
import type { Grade } from "../../sandbox/exercise/grade.ts";
import { Line } from "../prose/Prose.tsx";

export function Checks({ exercise, grade }: { readonly exercise: Exercise; readonly grade: Grade | undefined }) {
  return (
    <>
      <h4>조건</h4>
      <ul class="checks">
        {exercise.checks.map(({ says }, index) => {
          const checked = grade?.checks[index];
          return (
            <li key={says} class={checked === undefined ? "" : checked.isMet ? "met" : "unmet"}>
              <Line text={says} />
              {checked !== undefined && <span class="state">{checked.isMet ? "채움" : "아직"}</span>}
              {checked?.answers.map((answer) => (
                <p key={answer}>
                  <Line text={answer} />
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
