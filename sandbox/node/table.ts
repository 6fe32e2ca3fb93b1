/** Columns of text in a terminal, where a Hangul syllable takes two cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ""))));
  return rows
    .map((row) =>
      row
        .map((text, column) => text + " ".repeat((widths[column] ?? 0) - cells(text)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** East Asian Width (UAX #11) of what we print: Hangul and CJK are wide. */
function cells(text: string): number {
  let sum = 0;
  for (const character of text)
    sum += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(character) ? 2 : 1;
  return sum;
}
