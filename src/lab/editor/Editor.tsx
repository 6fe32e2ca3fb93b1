/** Files as tabs above the place where they are written, and below it how the keyboard leaves that place. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { CodeArea, type CodePage } from "./CodeArea.tsx";

/** A page that a reader may also fill in as a form. */
export interface EditorPage extends CodePage {
  readonly form?:
    | {
        /** Beside the page's name. */
        readonly summary: string;
        /** Chooses between the form and the text. */
        readonly views: ComponentChildren;
        /** Undefined while the text is chosen. */
        readonly panel: ComponentChildren | undefined;
      }
    | undefined;
}

interface EditorProps {
  readonly pages: readonly EditorPage[];
  readonly isAlive: boolean;
  readonly onText: (page: string, text: string) => void;
  readonly onComposing: (isComposing: boolean) => void;
  /** A last tab that is no text. */
  readonly settings?: { readonly title: string; readonly summary: string; readonly panel: ComponentChildren };
}

export function Editor({ pages, isAlive, onText, onComposing, settings }: EditorProps) {
  const id = useId();
  const chosen = useSignal(0);
  const list = useRef<HTMLDivElement>(null);
  const isSettings = settings !== undefined && chosen.value === pages.length;
  const page = pages[isSettings ? 0 : chosen.value];
  const form = isSettings ? undefined : page?.form;
  const titles = [...pages.map(({ name }) => name), ...(settings === undefined ? [] : [settings.title])];

  // As the ARIA practices have it: arrows go along the tabs, Tab goes on into the panel.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    chosen.value = (chosen.value + step + titles.length) % titles.length;
    list.current?.querySelectorAll("button")[chosen.value]?.focus();
  };

  return (
    <div class="editor">
      <div ref={list} class="files" role="tablist" aria-label="파일" onKeyDown={onKeyDown}>
        {titles.map((title, index) => (
          <button
            key={title}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-selected={chosen.value === index}
            aria-controls={`${id}-panel`}
            tabIndex={chosen.value === index ? 0 : -1}
            disabled={!isAlive && index > 0}
            onClick={() => {
              chosen.value = index;
            }}
          >
            {title}
            {pages[index]?.isReadOnly === true && <small> 읽기만</small>}
            {pages[index]?.form !== undefined && <small> {pages[index].form.summary}</small>}
            {settings !== undefined && index === pages.length && <small> {settings.summary}</small>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${chosen.value}`}>
        {isSettings && settings.panel}
        {form?.views}
        {form?.panel}
        {/* Kept while the settings or a form are shown: an editor that is there once stays. */}
        <div hidden={isSettings || form?.panel !== undefined}>
          {page !== undefined && (
            <CodeArea
              id={`${id}-code`}
              page={page}
              isAlive={isAlive}
              describedBy={`${id}-keys`}
              onText={(text) => onText(page.name, text)}
              onComposing={onComposing}
            />
          )}
          <p id={`${id}-keys`} class="keys">
            <kbd>Esc</kbd> 다음 <kbd>Tab</kbd>을 누르면 편집기에서 나갑니다.
          </p>
        </div>
      </div>
    </div>
  );
}
