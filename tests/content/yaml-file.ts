/** A YAML file with the places of its keys, and what is wrong with it in an author's words. */
import { isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { AuthorProblem } from "../../sandbox/exercise/author-schema.ts";
import type { Problem } from "./problem.ts";

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** The line of the value under these keys, or of the nearest one above it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Every text in it, with the keys above it. */
  readonly texts: readonly YamlText[];
}

export interface YamlText {
  readonly text: string;
  readonly line: number;
  readonly path: readonly PropertyKey[];
}

export function readYaml(file: string, source: string): { readonly yaml: YamlFile } | { readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => {
      return {
        file,
        line: lineAt(error.pos[0]),
        severity: "error",
        says: REMEDIES[error.code] ?? `YAML로 읽지 못했습니다(${error.code}).`,
      };
    });
    return { problems };
  }
  const texts: YamlText[] = [];
  const dates: Problem[] = [];
  visit(document, {
    Scalar(key, node, above) {
      if (key === "key" || typeof node.value !== "string") return;
      const line = lineAt(node.range?.[0] ?? 0);
      // The site's YAML reader makes a date of it, ours a text.
      if (node.type === "PLAIN" && /^\d{4}-\d{2}-\d{2}/.test(node.value))
        dates.push({ file, line, severity: "error", says: `날짜는 따옴표로 감싸세요: '${node.value}'` });
      texts.push({ text: node.value, line: node.type?.startsWith("BLOCK") ? line + 1 : line, path: pathTo(above) });
    },
  });
  if (dates.length > 0) return { problems: dates };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) return lineAt(Number(node.range[0]));
    }
    return 1;
  };
  return { yaml: { file, value: document.toJS(), lineOf, texts } };
}

/** The keys of the pairs above a scalar, outermost first. */
function pathTo(above: readonly unknown[]): PropertyKey[] {
  return above.flatMap((node) => {
    if (typeof node !== "object" || node === null || !("key" in node)) return [];
    return isScalar(node.key) ? [String(node.key.value)] : [];
  });
}

/** What a schema found, at its line. */
export function schemaProblems(yaml: YamlFile, problems: readonly AuthorProblem[]): Problem[] {
  return problems.map(({ path, says }) => ({ ...placeIn(yaml, path), severity: "error", says }));
}

/** For a problem about the value under these keys. */
export function placeIn(yaml: YamlFile, path: readonly PropertyKey[]): Pick<Problem, "file" | "line" | "place"> {
  return { file: yaml.file, line: yaml.lineOf(path), ...(path.length > 0 && { place: placeText(path) }) };
}

function placeText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** By the codes of the package `yaml`. */
const REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: "들여쓰기가 맞지 않습니다. 같은 층의 키는 같은 칸에서 시작하세요.",
  TAB_AS_INDENT: "탭으로 들여썼습니다. 빈칸 두 개씩 들여쓰세요.",
  DUPLICATE_KEY: "같은 키가 두 번 나옵니다. 하나를 지우거나 합치세요.",
  MULTILINE_IMPLICIT_KEY: "키 뒤에 콜론이 없거나 여러 줄에 걸친 글입니다. 여러 줄 글은 `키: |`로 시작하세요.",
  BLOCK_AS_IMPLICIT_KEY: "한 줄에 콜론이 두 번 나옵니다. 글 안에 콜론이 있으면 글을 따옴표로 감싸세요.",
  MISSING_CHAR: "따옴표나 괄호가 닫히지 않았습니다.",
  UNEXPECTED_TOKEN: "이 자리에 올 수 없는 글자가 있습니다. 백틱이나 @, %로 시작하는 글은 따옴표로 감싸세요.",
  BAD_SCALAR_START: "백틱이나 @, %로 시작하는 글은 따옴표로 감싸세요.",
  BAD_ALIAS: "*로 시작하는 글은 따옴표로 감싸세요.",
};
