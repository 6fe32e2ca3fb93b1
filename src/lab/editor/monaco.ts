/**
 * Monaco, in Korean and with the features that an exercise of thirty lines needs. No worker: what Monaco does in one (links,
 * words of other files, differences) is switched off. This module and all of Monaco is a chunk that a reader's focus loads.
 */
import "monaco-editor/nls/lang/ko.js";
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/caretOperations/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/contextmenu/register.js";
import "monaco-editor/features/cursorUndo/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/folding/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/multicursor/register.js";
import "monaco-editor/features/toggleTabFocusMode/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/languages/definitions/javascript/register.js";
import "monaco-editor/languages/definitions/typescript/register.js";
import { editor, KeyCode } from "monaco-editor/editor/editor.api.js";
import type { CodePage } from "./CodeArea.tsx";
import { addMonacoStyles } from "./monaco-styles.ts";
import { followTheme } from "./monaco-theme.ts";

export interface MountedEditor {
  show(page: CodePage): void;
  /** Offsets in the text. */
  select(start: number, end: number): void;
  focus(): void;
  dispose(): void;
}

interface Listeners {
  readonly describedBy: string;
  readonly onText: (text: string) => void;
  readonly onComposing: (isComposing: boolean) => void;
}

const MOST_HEIGHT = 640;

export function mountMonaco(host: HTMLElement, { describedBy, onText, onComposing }: Listeners): MountedEditor {
  addMonacoStyles();
  const style = getComputedStyle(host);
  const monaco = editor.create(host, {
    model: null,
    automaticLayout: true,
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    lineHeight: 1.7,
    tabSize: 2,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false },
    overviewRulerLanes: 0,
    padding: { top: 14, bottom: 14 },
    lineNumbersMinChars: 3,
    renderLineHighlight: "none",
    bracketPairColorization: { enabled: false },
    fixedOverflowWidgets: true,
    links: false,
    wordBasedSuggestions: "off",
    quickSuggestions: false,
    occurrencesHighlight: "off",
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
    accessibilitySupport: "auto",
  });
  followTheme();
  document.fonts.ready.then(() => editor.remeasureFonts());

  const models = new Map<string, editor.ITextModel>();
  let isShowing = false;
  const modelOf = ({ name, text }: CodePage): editor.ITextModel => {
    const known = models.get(name);
    const model = known ?? editor.createModel(text, languageOf(name));
    models.set(name, model);
    return model;
  };

  monaco.onDidChangeModelContent(() => {
    if (!isShowing) onText(monaco.getValue());
  });
  monaco.onDidCompositionStart(() => onComposing(true));
  monaco.onDidCompositionEnd(() => onComposing(false));
  monaco.onDidContentSizeChange(({ contentHeight }) => {
    host.style.height = `${Math.min(MOST_HEIGHT, contentHeight)}px`;
  });
  // Escape, then Tab leaves the editor. Any other key makes Tab indent again.
  monaco.onKeyDown(({ keyCode }) => {
    if (keyCode === KeyCode.Tab || keyCode === KeyCode.Shift) return;
    monaco.updateOptions({ tabFocusMode: keyCode === KeyCode.Escape });
  });
  monaco.onDidBlurEditorText(() => monaco.updateOptions({ tabFocusMode: false }));

  return {
    show(page) {
      isShowing = true;
      const model = modelOf(page);
      if (monaco.getModel() !== model) monaco.setModel(model);
      // What takes the keys is there with the first model.
      for (const input of host.querySelectorAll("[role=textbox], textarea")) input.setAttribute("aria-describedby", describedBy);
      // An edit, so that the editor's own undo can take it back.
      if (model.getValue() !== page.text) monaco.executeEdits("", [{ range: model.getFullModelRange(), text: page.text }]);
      monaco.updateOptions({ readOnly: page.isReadOnly, ariaLabel: page.name });
      isShowing = false;
    },
    select(start, end) {
      const model = monaco.getModel();
      if (model === null) return;
      const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
      monaco.setSelection({
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      });
    },
    focus: () => monaco.focus(),
    dispose() {
      monaco.dispose();
      for (const model of models.values()) model.dispose();
    },
  };
}

/** JSON has no grammar of its own among Monaco's small ones; JavaScript's colours it well. */
function languageOf(name: string): string {
  if (/\.(mts|cts|ts)$/.test(name)) return "typescript";
  return /\.(mjs|cjs|js|json)$/.test(name) ? "javascript" : "plaintext";
}
