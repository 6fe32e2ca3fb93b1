/** Durations as a reader of Korean reads them. */
import type { Millis } from "../../sandbox/index.ts";

/** To the unit that matters: 138ms, 1.2초, 10분, 2시간 30분. */
export function roughly(duration: Millis): string {
  if (duration < 9.95) return `${trimmed(duration)}ms`;
  if (duration < 999.5) return `${Math.round(duration)}ms`;
  if (duration < 59_950) return `${trimmed(duration / 1_000)}초`;
  const minutes = Math.round(duration / 60_000);
  if (minutes < 60) return `${minutes}분`;
  return minutes % 60 === 0 ? `${minutes / 60}시간` : `${Math.floor(minutes / 60)}시간 ${minutes % 60}분`;
}

/** As REPORT has it: 138.21ms. */
export function exactly(duration: Millis): string {
  return `${duration.toFixed(2)}ms`;
}

/** One decimal at most. */
const trimmed = (value: number) => String(Number(value.toFixed(1)));
