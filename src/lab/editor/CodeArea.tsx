/**
 * Where code is written. At first and on small or touch screens it is a text area, in which the colours of the unchanged text
 * shine through from below; on a wide screen with a mouse the focus brings Monaco. Without scripts it can be read.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { MountedEditor } from "./monaco.ts";

export interface CodePage {
  readonly name: string;
  readonly text: string;
  readonly isReadOnly: boolean;
  /** The text as it was when the site was built, and its colours as HTML. */
  readonly printed: { readonly text: string; readonly html: string };
}

interface CodeAreaProps {
  readonly id: string;
  readonly page: CodePage;
  readonly isAlive: boolean;
  readonly describedBy: string;
  readonly onText: (text: string) => void;
  readonly onComposing: (isComposing: boolean) => void;
}

/** Monaco is not made for touch, nor for narrow screens. */
const ROOM_FOR_MONACO = "(pointer: fine) and (min-width: 800px)";

const MOST_ROWS = 30;

export function CodeArea({ id, page, isAlive, describedBy, onText, onComposing }: CodeAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const colours = useRef<HTMLPreElement>(null);
  const mounted = useRef<MountedEditor | undefined>(undefined);
  const isMonaco = useSignal(false);
  const isComing = useRef(false);
  const isComposing = useRef(false);
  const latest = useRef({ page, onText, onComposing });
  latest.current = { page, onText, onComposing };

  useEffect(() => {
    mounted.current?.show(page);
  }, [page.name, page.text, page.isReadOnly]);
  useEffect(() => () => mounted.current?.dispose(), []);
  // Preact's attributes miss composition events: elements have no such property to tell it their name in lower case.
  useEffect(() => {
    const { current } = area;
    const compose = (composes: boolean) => {
      isComposing.current = composes;
      latest.current.onComposing(composes);
    };
    const listeners = { compositionstart: () => compose(true), compositionend: () => compose(false) };
    for (const [name, listener] of Object.entries(listeners)) current?.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) current?.removeEventListener(name, listener);
    };
  }, [page.name, isMonaco.value]);

  async function bringMonaco() {
    if (isComing.current || !matchMedia(ROOM_FOR_MONACO).matches) return;
    isComing.current = true;
    const { mountMonaco } = await import("./monaco.ts").catch(() => ({ mountMonaco: undefined }));
    // Where it does not arrive, the text area stays; the next focus asks again.
    if (mountMonaco === undefined || host.current === null || area.current === null) {
      isComing.current = false;
      return;
    }
    if (isComposing.current) await new Promise((resolve) => area.current?.addEventListener("compositionend", resolve, { once: true }));
    if (area.current === null) return;
    const { selectionStart, selectionEnd } = area.current;
    const hasFocus = document.activeElement === area.current;
    isMonaco.value = true;
    // At once, not with the next drawing: what is hidden takes no focus.
    host.current.hidden = false;
    mounted.current = mountMonaco(host.current, {
      describedBy,
      onText: (text) => latest.current.onText(text),
      onComposing: (composes) => latest.current.onComposing(composes),
    });
    mounted.current.show(latest.current.page);
    mounted.current.select(selectionStart, selectionEnd);
    if (hasFocus) mounted.current.focus();
  }

  const rows = Math.min(MOST_ROWS, Math.max(3, page.text.replace(/\n$/, "").split("\n").length));
  const isPrinted = page.text === page.printed.text;
  return (
    <div class={`code ${isMonaco.value ? "monaco" : ""}`}>
      <div ref={host} class="monaco-host" hidden={!isMonaco.value} />
      {!isMonaco.value && (
        <div class="plain">
          {isPrinted && (
            <pre ref={colours} aria-hidden="true">
              {/* HTML of our own making: highlight.ts, when the site was built. */}
              <code dangerouslySetInnerHTML={{ __html: page.printed.html }} />
            </pre>
          )}
          <textarea
            key={page.name}
            id={id}
            ref={area}
            class={isPrinted ? "printed" : ""}
            aria-label={page.name}
            aria-describedby={describedBy}
            rows={rows}
            readOnly={!isAlive || page.isReadOnly}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            autocorrect="off"
            wrap="off"
            value={page.text}
            onInput={({ currentTarget }) => onText(currentTarget.value)}
            onFocus={bringMonaco}
            onScroll={({ currentTarget: { scrollLeft, scrollTop } }) => {
              if (colours.current !== null) colours.current.style.translate = `${-scrollLeft}px ${-scrollTop}px`;
            }}
          />
        </div>
      )}
    </div>
  );
}
