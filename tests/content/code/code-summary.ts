/** How much of the book's code was looked at, and where an author asked for less. */
import type { CodeReport } from "./check-code.ts";
import { hasShell } from "./syntax-check.ts";
import { WITHOUT_TYPES } from "./type-check.ts";

export function codeSummary({ checked, commands, fragments, unchecked }: CodeReport): readonly string[] {
  const kinds = checked.map(([kind, count]) => `${kind} ${count}`).join(", ");
  const lines = [`코드: ${kinds || "없음"}. aws와 sam 명령 ${commands}개`];
  if (fragments.length > 0)
    lines.push(`조각(fragment) ${fragments.length}개: ${fragments.map(({ file, line }) => `${short(file)} ${line}행`).join(", ")}`);
  for (const { file, line, unchecked: reason } of unchecked) lines.push(`검사하지 않음: ${short(file)} ${line}행(${reason})`);
  for (const [name, reason] of Object.entries(WITHOUT_TYPES)) lines.push(`형식 없이 봄: ${name}(${reason})`);
  if (!hasShell) lines.push("이 컴퓨터에 sh가 없어 셸 스크립트의 문법은 보지 못했습니다");
  return lines;
}

/** `05-context/chapter.mdx` */
const short = (file: string) => file.replace(/^content\/(?:chapters\/)?/, "");
