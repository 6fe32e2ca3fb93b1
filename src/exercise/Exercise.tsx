/** An exercise: a goal, code with a hole, checks on what becomes of it, and help in small steps. Complete without scripts. */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useMemo } from "preact/hooks";
import { writtenChoice } from "../../sandbox/exercise/controls.ts";
import type { Grade } from "../../sandbox/exercise/grade.ts";
import { anchorOf } from "../book/contents.ts";
import { workName } from "../kept-names.ts";
import { Controls } from "../lab/Controls.tsx";
import { Editor } from "../lab/editor/Editor.tsx";
import { useKeptDraft } from "../lab/kept-draft.ts";
import { LoadedOutcome } from "../lab/LoadedOutcome.tsx";
import { refusalOf } from "../lab/refusal.ts";
import { Settings } from "../lab/Settings.tsx";
import type { Draft } from "../lab/session.ts";
import { simulator } from "../lab/simulator.ts";
import { wordsOf } from "../progress.ts";
import { Prose } from "../prose/Prose.tsx";
import { Checks } from "./Checks.tsx";
import { useGrading } from "./grading.ts";
import { Hints } from "./Hints.tsx";
import type { ExerciseOnPage } from "./of-chapter.ts";
import { Solution } from "./Solution.tsx";

interface ExerciseProps {
  readonly on: ExerciseOnPage;
  /** The colours of the starter's files, as HTML. */
  readonly colours: Readonly<Record<string, string>>;
}

export function Exercise({ on, colours }: ExerciseProps) {
  const { id, exercise, starter, solution } = on;
  const title = useId();
  const isAlive = useSignal(false);
  const first = useMemo(() => draftOf(on), [on]);
  const drafts = useKeptDraft(workName("exercise", id), first);
  const grading = useGrading(on);
  const undone = useSignal<Draft | undefined>(undefined);
  const draft = drafts.draft.value;
  const { grade, graded } = grading.shown.value;

  useEffect(() => {
    isAlive.value = true;
  }, [isAlive]);

  const replace = (next: Draft) => {
    undone.value = drafts.draft.value;
    drafts.change(next);
    grading.forget();
  };
  const check = () => {
    const refusal = refusalOf(drafts.draft.value, exercise.situation.controls);
    if (refusal === undefined) grading.check(drafts.draft.value);
    else grading.refuse(refusal);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While Hangul is being composed, Enter belongs to the input method (keyCode 229 where isComposing is late).
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      check();
    }
  };
  const change = (next: Draft) => {
    undone.value = undefined;
    drafts.change(next);
  };

  const still = !isAlive.value;
  const pages = Object.entries(starter).map(([name, text]) => ({
    name,
    text: draft.files[name] ?? text,
    isReadOnly: exercise.readOnly.includes(name),
    printed: { text, html: colours[name] ?? "" },
  }));
  const { MemorySize, Timeout } = draft.configuration;
  const { situation } = exercise;
  return (
    <section
      id={anchorOf("Exercise", wordsOf(id).name)}
      class="lab exercise"
      aria-labelledby={title}
      onFocusIn={() => simulator().prepare()}
      onKeyDownCapture={onKeyDown}
    >
      <header>
        <h3 id={title}>
          <span>연습</span> {exercise.title}
        </h3>
        <div class="tools">
          {undone.value !== undefined && (
            <button type="button" class="ghost" onClick={() => undone.value !== undefined && replace(undone.value)}>
              되돌리기
            </button>
          )}
          <button
            type="button"
            class="ghost"
            disabled={still}
            onClick={() => replace(first)}
            title="고친 코드를 지우고 처음 코드로 돌아갑니다."
          >
            처음으로
          </button>
        </div>
      </header>
      <div class="goal">
        <Prose text={exercise.goal} />
        <Checks exercise={exercise} grade={grade} />
      </div>
      {drafts.older.value !== undefined && (
        <p class="older">
          연습이 바뀌어 새 코드를 놓았습니다. 전에 쓰던 코드는 따로 두었습니다.
          <button type="button" class="ghost" onClick={drafts.takeOlder}>
            전에 쓰던 코드로 바꾸기
          </button>
          <button type="button" class="ghost" onClick={drafts.dropOlder}>
            지우기
          </button>
        </p>
      )}
      {/* Where no code runs there is none to write. */}
      {pages.length > 0 && (
        <Editor
          pages={pages}
          isAlive={!still}
          onText={(name, text) => change({ ...draft, files: { ...draft.files, [name]: text } })}
          onComposing={drafts.compose}
          {...(exercise.configurable.length > 0 && {
            settings: {
              title: "설정",
              summary: `${Number.isNaN(MemorySize) ? "" : `${MemorySize}MB`} · ${Number.isNaN(Timeout) ? "" : `${Timeout}초`}`,
              panel: (
                <Settings
                  configuration={draft.configuration}
                  keys={exercise.configurable}
                  isAlive={!still}
                  onChange={(configuration) => change({ ...draft, configuration })}
                />
              ),
            },
          })}
        />
      )}
      {situation.controls !== undefined && (
        <Controls
          controls={situation.controls}
          chosen={draft.chosen ?? {}}
          isAlive={!still}
          onChange={(chosen) => change({ ...draft, chosen })}
        />
      )}
      <div class="runbar">
        <button type="button" class="run" disabled={still} onClick={check}>
          채점
        </button>
        {grading.isRunning.value && (
          <button type="button" onClick={grading.stop}>
            멈추기
          </button>
        )}
        <p class="hint by-keyboard">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>로 채점합니다.
        </p>
      </div>
      <p class={`status ${standing(grade)}`} role="status">
        {[grading.status.value, drafts.trouble.value].filter((sentence) => sentence !== "").join(" ")}
      </p>
      {grade?.mistake !== undefined && (
        <div class="mistake" role="note">
          <Prose text={grade.mistake.message} />
        </div>
      )}
      {graded !== undefined && (
        <details class="graded">
          <summary>채점한 실행 보기</summary>
          <LoadedOutcome trace={graded.trace} definition={graded.definition} />
        </details>
      )}
      <Hints hints={exercise.hints} isAlive={!still} />
      <Solution
        on={on}
        isAlive={!still}
        onCopy={() =>
          replace({
            ...draft,
            files: solution,
            configuration: { ...draft.configuration, ...exercise.solution.configuration },
            ...(draft.chosen !== undefined && { chosen: { ...draft.chosen, ...exercise.solution.chosen } }),
          })
        }
      />
    </section>
  );
}

const standing = (grade: Grade | undefined) => (grade === undefined ? "" : grade.isSolved ? "good" : "off");

function draftOf({ exercise, starter }: ExerciseOnPage): Draft {
  const { situation } = exercise;
  const { Runtime, MemorySize = 128, Timeout = 3, Environment = { Variables: {} } } = situation.function;
  const chosen = situation.controls === undefined ? {} : { chosen: writtenChoice(situation, situation.controls) };
  return { files: starter, event: "{}", configuration: { Runtime, MemorySize, Timeout, Environment }, ...chosen };
}
