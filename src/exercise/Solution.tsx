/** The solution as what changes from the starter, each place with its reason. To open it changes nothing of the reader's. */
import { type Chosen, type Control, hasOptions } from "../../sandbox/exercise/controls.ts";
import { Line, Prose } from "../prose/Prose.tsx";
import type { ExerciseOnPage } from "./of-chapter.ts";

interface SolutionProps {
  readonly on: ExerciseOnPage;
  readonly isAlive: boolean;
  readonly onCopy: () => void;
}

export function Solution({ on, isAlive, onCopy }: SolutionProps) {
  const { solution, situation } = on.exercise;
  const settings = settingsSentence(solution.configuration ?? {}, situation.controls ?? [], solution.chosen ?? {});
  return (
    <details class="solution">
      <summary>
        풀이 보기 <small>풀이를 열어도 내 코드는 그대로입니다.</small>
      </summary>
      <Prose text={solution.says} />
      {settings !== undefined && <p>{settings}</p>}
      <ol>
        {on.hunks.map(({ file, fromLine, toLine, removed, added, says: reasons }) => (
          <li key={`${file} ${fromLine} ${toLine}`}>
            <p class="place">
              <code>{file}</code> {toLine}행
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
            <pre class="change" tabIndex={0}>
              {removed.map((line, index) => (
                <del key={index}>{`${line}\n`}</del>
              ))}
              {added.map((line, index) => (
                <ins key={index}>{`${line}\n`}</ins>
              ))}
            </pre>
            {reasons.map((reason) => (
              <p key={reason}>
                <Line text={reason} />
              </p>
            ))}
          </li>
        ))}
      </ol>
      {isAlive && (
        <p class="take">
          <button type="button" onClick={onCopy}>
            풀이로 바꾸기
          </button>
          <small>내 코드는 되돌리기로 다시 찾습니다.</small>
        </p>
      )}
    </details>
  );
}

function settingsSentence(
  { MemorySize, Timeout }: { readonly MemorySize?: number; readonly Timeout?: number },
  controls: readonly Control[],
  chosen: Chosen,
): string | undefined {
  const parts = [
    ...(MemorySize === undefined ? [] : [`메모리 ${MemorySize}MB`]),
    ...(Timeout === undefined ? [] : [`타임아웃 ${Timeout}초`]),
    ...controls.filter(({ name }) => name in chosen).map((control) => `${control.label} ${valueWords(control, chosen)}`),
  ];
  return parts.length === 0 ? undefined : `설정: ${parts.join(", ")}`;
}

function valueWords(control: Control, chosen: Chosen): string {
  const value = JSON.stringify(chosen[control.name]);
  if (!hasOptions(control)) return `${value}${control.unit ?? ""}`;
  return control.options.find((option) => JSON.stringify(option.value) === value)?.label ?? value;
}
