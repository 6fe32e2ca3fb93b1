/** What the site keeps in the browser: JSON under names of its own, so that two sites on one school's server do not mix. */

const address = (name: string) => `lambda-lab:${import.meta.env.BASE_URL}:${name}`;

/** Undefined where there is nothing, or the browser keeps nothing. */
export function kept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(address(name)) ?? "null") ?? undefined;
  } catch {
    // Storage that is forbidden, or a text that is not ours: as if there were nothing.
    return undefined;
  }
}

/** The names of all that is kept. */
export function keptNames(): readonly string[] {
  const prefix = address("");
  try {
    return Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  } catch {
    // Storage that is forbidden keeps nothing.
    return [];
  }
}

export type Keeping = "kept" | "full" | "forbidden";

export function keep(name: string, value: unknown): Keeping {
  try {
    if (value === undefined) localStorage.removeItem(address(name));
    else localStorage.setItem(address(name), JSON.stringify(value));
    return "kept";
  } catch (thrown) {
    // A reader is told; nothing else depends on it.
    return thrown instanceof DOMException && thrown.name === "QuotaExceededError" ? "full" : "forbidden";
  }
}

/** What a lab says where it could not keep something. */
export function keepingSentence(keeping: Keeping): string | undefined {
  if (keeping === "full") return "저장 공간이 가득 차 저장하지 못했습니다. ‘내 학습’을 파일로 내보내고 지난 장의 기록을 지우세요.";
  return keeping === "forbidden" ? "저장하지 못했습니다." : undefined;
}
