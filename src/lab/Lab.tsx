/** A lab: code that a reader edits and runs, and what became of it. Rendered on the server first, complete but still. */
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Trace } from "../../sandbox/index.ts";
import type { LabDefinition } from "./definition.ts";
import { roughly } from "./durations.ts";
import { Environments } from "./Environments.tsx";
import { Log } from "./Log.tsx";
import { Result } from "./Result.tsx";
import { useRuns } from "./runs.ts";
import { BETWEEN_CLICKS, invoked, waited } from "./session.ts";

const TEN_MINUTES = 10 * 60 * 1_000;

export function Lab({ lab }: { readonly lab: LabDefinition }) {
  const title = useId();
  const editor = useRef<HTMLTextAreaElement>(null);
  const isAlive = useSignal(false);
  const runs = useRuns(lab);
  const starter = lab.function.files[lab.file] ?? "";

  useEffect(() => {
    isAlive.value = true;
  }, [isAlive]);

  const code = () => editor.current?.value ?? starter;
  const run = (count = 1) => runs.advance((session) => invoked(session, code(), count));
  const pass = () => runs.advance((session) => waited(session, TEN_MINUTES));
  const reset = () => {
    if (editor.current !== null) editor.current.value = starter;
    runs.reset();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While Hangul is being composed, Enter belongs to the input method (keyCode 229 where isComposing is late).
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  };

  const still = !isAlive.value;
  const trace = runs.trace.value;
  return (
    <section class="lab" aria-labelledby={title} onFocusIn={runs.prepare} onKeyDown={onKeyDown}>
      <header>
        <h3 id={title}>
          <span>실습</span> {lab.title}
        </h3>
        <button type="button" class="ghost" disabled={still} onClick={reset} title="고친 코드를 지우고 처음 코드로 돌아갑니다.">
          처음으로
        </button>
      </header>
      <label class="file" for={`${title}-code`}>
        {lab.file}
      </label>
      <textarea
        id={`${title}-code`}
        ref={editor}
        class="code"
        rows={starter.split("\n").length}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        autocorrect="off"
        wrap="off"
        defaultValue={starter}
      />
      <div class="runbar">
        <button type="button" class="run" disabled={still} onClick={() => run()}>
          실행
        </button>
        <button type="button" disabled={still} onClick={() => run(3)}>
          동시에 세 번
        </button>
        <button type="button" disabled={still || trace === undefined} onClick={pass}>
          시간 보내기 +10분
        </button>
        <button type="button" disabled={still || !runs.isRunning.value} onClick={runs.stop}>
          멈추기
        </button>
        <p class="hint">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>로 실행합니다. 실행과 실행 사이에는 {roughly(BETWEEN_CLICKS)}가 흐릅니다.
        </p>
      </div>
      <p class="status" role="status">
        {runs.status.value}
      </p>
      {trace !== undefined && <Outcome trace={trace} lab={lab} />}
    </section>
  );
}

/** What a trace shows; the page prints the expected one below the lab with it, too. */
export function Outcome({ trace, lab }: { readonly trace: Trace; readonly lab: LabDefinition }) {
  return (
    <>
      <Environments trace={trace} />
      <div class="panes">
        <Result trace={trace} definition={lab.function} />
        <Log trace={trace} />
      </div>
    </>
  );
}
