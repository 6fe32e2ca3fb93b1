/** Marks that would lie on top of each other: fewer of them, and the sentence that says so. */

/** At most so many, evenly, so that what came last is there too. */
export function thinned<Mark>(marks: readonly Mark[], most: number): readonly Mark[] {
  const each = Math.ceil(marks.length / most);
  return each <= 1 ? marks : marks.filter((_, index) => index % each === 0);
}

/** Undefined where all are drawn. */
export function thinnedText(drawn: number, of: number): string | undefined {
  return drawn === of ? undefined : `표시 ${of.toLocaleString("ko-KR")}개 가운데 ${drawn.toLocaleString("ko-KR")}개를 그렸습니다.`;
}
