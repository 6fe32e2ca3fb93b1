/** What a merge left behind. */
import type { Problem } from "./problem.ts";

export function conflictProblems(file: string, text: string): readonly Problem[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    if (!/^(<{7}|>{7})( |$)/.test(line)) return [];
    return [
      { file, line: index + 1, severity: "error", says: "병합하다 남은 표시가 있습니다. 두 쪽 가운데 남길 것을 고르고 표시를 지우세요." },
    ];
  });
}
