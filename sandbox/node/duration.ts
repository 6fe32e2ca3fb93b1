import type { Millis } from "../time/instant.ts";
import { BadInput } from "./bad-input.ts";

const UNITS: Readonly<Record<string, Millis>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `10m`, `2h`, `1h30m`, `90s`, `500ms` → milliseconds. */
export function parsedDuration(option: string, text: string): Millis {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) {
    throw new BadInput(`‘${option}’ 값은 10m, 2h, 90s, 500ms처럼 단위와 함께 쓰세요. 받은 값: ${text}`);
  }
  const parts = [...text.matchAll(/([\d.]+)(ms|s|m|h|d)/g)];
  return parts.reduce((sum, [, number, unit = ""]) => sum + Number(number) * (UNITS[unit] ?? 0), 0);
}

/** 7200000 → `2시간`, 754000 → `12분 34초`, 3210 → `3.21초`, 182.41 → `182.41ms`. */
export function durationText(duration: Millis): string {
  if (duration < 1_000) return `${Number(duration.toFixed(2))}ms`;
  if (duration < 60_000) return `${Number((duration / 1_000).toFixed(2))}초`;
  const seconds = Math.floor(duration / 1_000);
  const parts = [
    [Math.floor(seconds / 86_400), "일"],
    [Math.floor(seconds / 3_600) % 24, "시간"],
    [Math.floor(seconds / 60) % 60, "분"],
    [seconds % 60, "초"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(" ");
}
