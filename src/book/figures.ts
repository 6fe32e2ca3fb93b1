/** A chapter's pictures: SVG drawn with the site's own colours, so it stands in the page itself and follows light and dark. */
import { authorError } from "./author-error.ts";

const drawings = import.meta.glob<string>("/content/chapters/*/figures/*.svg", { query: "?raw", import: "default", eager: true });

/** The picture as markup; `alt` says what it shows to those who do not see it. */
export function drawing(chapter: string | undefined, name: string, alt: string): string {
  const tag = `<Figure name="${name}">`;
  const svg = drawings[`/content/chapters/${chapter}/figures/${name}.svg`];
  if (svg === undefined) throw authorError(chapter, tag, `figures/${name}.svg 파일이 없습니다. 이름을 고치거나 그림을 두세요.`);
  if (alt.trim() === "") throw authorError(chapter, tag, "그림에 대체 글이 없습니다. alt에 그림이 말하는 것을 적으세요.");
  const fixed = /(?:fill|stroke|color)\s*[:=]\s*["']?\s*(#[0-9a-fA-F]{3,8}|rgb\([^)]*\))/.exec(svg);
  if (fixed !== null)
    throw authorError(
      chapter,
      tag,
      `figures/${name}.svg에 정해진 색 ${fixed[1]}이 있습니다. currentColor나 var(--cold) 같은 변수를 쓰세요.`,
    );
  const markup = svg.replace(/^[\s\S]*?(?=<svg\b)/, "").trim();
  return markup.replace(/^<svg\b/, `<svg role="img" aria-label="${attribute(alt)}"`);
}

const attribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
