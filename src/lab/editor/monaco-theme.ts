/** Monaco in the page's colours, light and dark, as they are when the page changes. */
import { editor } from "monaco-editor/editor/editor.api.js";

/** Monaco's names for kinds of words, and the variables of tokens.css. */
const TOKENS = {
  keyword: "--astro-code-token-keyword",
  string: "--astro-code-token-string",
  number: "--astro-code-token-constant",
  comment: "--astro-code-token-comment",
} as const;

let isFollowing = false;

export function followTheme(): void {
  paint();
  if (isFollowing) return;
  isFollowing = true;
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  // A reader's own choice is an attribute of the root element.
  new MutationObserver(paint).observe(document.documentElement, { attributes: true });
}

function paint(): void {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(${name})`;
    return hex(getComputedStyle(probe).color);
  };
  const background = colour("--raised");
  const foreground = colour("--ink");
  editor.defineTheme("page", {
    base: isDark(background) ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "", foreground: foreground.slice(1) },
      { token: "delimiter", foreground: foreground.slice(1) },
      ...Object.entries(TOKENS).map(([token, name]) => ({ token, foreground: colour(name).slice(1) })),
    ],
    colors: {
      "editor.background": background,
      "editor.foreground": foreground,
      "editorLineNumber.foreground": colour("--ink-2"),
      "editorLineNumber.activeForeground": foreground,
      "editor.selectionBackground": colour("--cold-2"),
      "editorCursor.foreground": foreground,
      "editorWidget.background": background,
      "editorWidget.border": colour("--line"),
    },
  });
  editor.setTheme("page");
  probe.remove();
}

/** Monaco knows no oklch: a canvas's pixel has any colour as red, green and blue. */
function hex(colour: string): string {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (canvas === null) return "#808080";
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
}
