/** A lab: code that a reader edits and runs, and what became of it. Rendered on the server first, complete but still. */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Prediction as Asked } from "../../sandbox/exercise/quiz.ts";
import { anchorOf } from "../book/contents.ts";
import { workName } from "../kept-names.ts";
import { keepForOffline } from "../offline/keep.ts";
import { noteProgress, wordsOf } from "../progress.ts";
import { Controls } from "./Controls.tsx";
import { EVENT_FILE, type LabDefinition } from "./definition.ts";
import { EventForm, EventViews } from "./EventForm.tsx";
import { Editor } from "./editor/Editor.tsx";
import { useEventForm } from "./event-form.ts";
import { useKeptDraft } from "./kept-draft.ts";
import { LoadedOutcome, loadOutcome } from "./LoadedOutcome.tsx";
import { Prediction } from "./Prediction.tsx";
import { Runbar } from "./Runbar.tsx";
import { refusalOf } from "./refusal.ts";
import { nothingShown, type Shown, useRuns } from "./runs.ts";
import { Settings } from "./Settings.tsx";
import { type Draft, firstDraft, invoked, settled, stepped, turned, waited } from "./session.ts";
import { useWorkbench } from "./workbench.ts";

export interface LabProps {
  readonly lab: LabDefinition;
  /** The colours of each file and of the event, as HTML. */
  readonly colours: Readonly<Record<string, string>>;
  readonly prediction?: Asked | undefined;
}

const WRONG_FORM = "이벤트 양식에 고칠 곳이 있습니다. 필드 아래의 말을 보고 고친 뒤 다시 실행하세요.";

export function Lab({ lab, colours, prediction }: LabProps) {
  const title = useId();
  const section = useRef<HTMLElement>(null);
  const isAlive = useSignal(false);
  const first = firstDraft(lab);
  const drafts = useKeptDraft(workName("lab", lab.id), first);
  const runs = useRuns(lab);
  const undone = useSignal<{ readonly draft: Draft; readonly shown: Shown } | undefined>(undefined);
  const workbench = useWorkbench(section);
  const draft = drafts.draft.value;
  const { trace, session } = runs.shown.value;
  const shownDraft = session.started?.last ?? first;

  useEffect(() => {
    isAlive.value = true;
  }, [isAlive]);
  useEffect(() => {
    const { chapter, name } = wordsOf(lab.id);
    if (trace === undefined) return;
    noteProgress(chapter, { of: "labs", name, came: "run" });
    keepForOffline();
  }, [trace, lab]);

  const change = (next: Draft) => {
    undone.value = undefined;
    drafts.change(next);
  };
  const eventForm = useEventForm(lab, drafts, change);
  const run = (count = 1, button = 0) => {
    const isFormWrong = eventForm.view.value === "form" && eventForm.problem.value !== undefined;
    const refusal = isFormWrong ? WRONG_FORM : refusalOf(drafts.draft.value, lab.controls);
    undone.value = undefined;
    if (refusal !== undefined) return runs.refuse(refusal);
    const { value } = drafts.draft;
    runs.advance((session) => (lab.steps === undefined ? invoked(session, value, count) : stepped(session, value, button)));
  };
  const reset = () => {
    undone.value = { draft: drafts.draft.value, shown: runs.shown.value };
    eventForm.forget();
    drafts.change(first);
    runs.show(nothingShown(lab));
  };
  const undo = () => {
    if (undone.value === undefined) return;
    eventForm.forget();
    drafts.change(undone.value.draft);
    runs.show(undone.value.shown);
    undone.value = undefined;
  };
  const remakeEvent = () => {
    const before = { draft: drafts.draft.value, shown: runs.shown.value };
    eventForm.remake();
    undone.value = before;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While Hangul is being composed, Enter belongs to the input method (keyCode 229 where isComposing is late).
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      run();
    }
  };

  const prepare = () => {
    runs.prepare();
    // What does not come now comes with the run.
    loadOutcome().catch(() => undefined);
  };

  const still = !isAlive.value;
  const eventPage = () => ({
    name: EVENT_FILE,
    text: draft.event,
    isReadOnly: false,
    printed: { text: first.event, html: colours[EVENT_FILE] ?? "" },
    form: lab.source && {
      summary: lab.source.label,
      views: <EventViews view={eventForm.view} />,
      panel:
        eventForm.view.value === "json" ? undefined : (
          <EventForm source={lab.source} form={eventForm} onComposing={drafts.compose} onRemake={remakeEvent} />
        ),
    },
  });
  const pages = [
    ...Object.entries(first.files).map(([name, text]) => ({
      name,
      text: draft.files[name] ?? text,
      isReadOnly: false,
      printed: { text, html: colours[name] ?? "" },
    })),
    // A lab with buttons of its own sends what they say.
    ...(lab.steps === undefined ? [eventPage()] : []),
  ];
  const { MemorySize, Timeout } = draft.configuration;
  return (
    <section
      ref={section}
      id={anchorOf("Lab", wordsOf(lab.id).name)}
      class={`lab ${workbench.isOpen.value ? "workbench" : ""}`}
      aria-labelledby={title}
      onFocusIn={prepare}
      onKeyDownCapture={onKeyDown}
    >
      <header>
        <h3 id={title}>
          <span>실습</span> {lab.title}
        </h3>
        <div class="tools">
          {undone.value !== undefined && (
            <button type="button" class="ghost" onClick={undo}>
              되돌리기
            </button>
          )}
          <button type="button" class="ghost" disabled={still} onClick={reset} title="고친 코드를 지우고 처음 코드로 돌아갑니다.">
            처음으로
          </button>
          <button type="button" class="ghost" disabled={still} onClick={workbench.toggle}>
            {workbench.isOpen.value ? "닫기" : "크게 보기"}
          </button>
        </div>
      </header>
      <div class="bench">
        {prediction !== undefined && <Prediction prediction={prediction} shown={runs.shown} isAlive={!still} />}
        {drafts.older.value !== undefined && (
          <p class="older">
            실습이 바뀌어 새 코드를 놓았습니다. 전에 쓰던 코드는 따로 두었습니다.
            <button type="button" class="ghost" onClick={drafts.takeOlder}>
              전에 쓰던 코드로 바꾸기
            </button>
            <button type="button" class="ghost" onClick={drafts.dropOlder}>
              지우기
            </button>
          </p>
        )}
        {/* Where no code runs there is none to read. */}
        {pages.length > 0 && (
          <Editor
            pages={pages}
            isAlive={!still}
            onText={(name, text) =>
              change(name === EVENT_FILE ? { ...draft, event: text } : { ...draft, files: { ...draft.files, [name]: text } })
            }
            onComposing={drafts.compose}
            settings={{
              title: "설정",
              summary: `${Number.isNaN(MemorySize) ? "" : `${MemorySize}MB`} · ${Number.isNaN(Timeout) ? "" : `${Timeout}초`}`,
              panel: (
                <Settings
                  configuration={draft.configuration}
                  keys={["MemorySize", "Timeout", "Runtime", "Environment"]}
                  layers={draft.configuration.Layers ?? lab.function.Layers}
                  isAlive={!still}
                  onChange={(configuration) => change({ ...draft, configuration })}
                />
              ),
            }}
          />
        )}
        {lab.controls !== undefined && (
          <Controls
            controls={lab.controls}
            chosen={draft.chosen ?? {}}
            isAlive={!still}
            hint="값을 바꾸면 다음 실행은 새 계정에서 처음부터 시작합니다."
            onChange={(chosen) => change({ ...draft, chosen })}
          />
        )}
        <Runbar
          isAlive={!still}
          isRunning={runs.isRunning.value}
          hasRun={trace !== undefined}
          steps={lab.steps}
          onStep={(button) => run(1, button)}
          onSettle={() => runs.advance(settled)}
          onRun={run}
          onWait={(duration) => runs.advance((session) => waited(session, duration))}
          onStop={runs.stop}
        />
        <p class="status" role="status">
          {[runs.status.value, drafts.trouble.value].filter((sentence) => sentence !== "").join(" ")}
        </p>
      </div>
      {trace !== undefined && (
        <div class="outcome">
          <LoadedOutcome
            trace={trace}
            definition={{ ...turned(lab, shownDraft).function, ...shownDraft.configuration }}
            onLayer={(layer) => {
              const Layers = [...(draft.configuration.Layers ?? lab.function.Layers ?? []), layer];
              change({ ...draft, configuration: { ...draft.configuration, Layers: [...new Set(Layers)] } });
            }}
          />
        </div>
      )}
    </section>
  );
}
