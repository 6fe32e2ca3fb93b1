/**
 * Monaco's style sheets as text, put into the page with the editor. Astro 7.3 throws away the style sheets of a chunk that only a
 * dynamic import reaches (its plugin-css takes them for orphans), so they cannot come as files of their own.
 */
const sheets = import.meta.glob<string>("/node_modules/monaco-editor/esm/vs/{base,editor,platform}/**/*.css", {
  query: "?inline",
  import: "default",
  eager: true,
});

let isThere = false;

export function addMonacoStyles(): void {
  if (isThere) return;
  isThere = true;
  const style = document.createElement("style");
  style.textContent = Object.values(sheets).join("\n");
  document.head.append(style);
}
