/**
 * What a process writes, as log events. A console call is one event; raw output is one event per line (fidelity.md §1.9).
 *
 * Simplified: CloudWatch Logs takes any amount. Here one phase keeps so many events and characters; what is cut off is
 * counted, and code and reader are told.
 */
import type { LogLevel } from "../../scenario.ts";
import type { Instant } from "../../time/instant.ts";
import type { ProcessLog } from "../runtime.ts";
import { LEVELS } from "./guest/host.ts";

export const LOG_LIMITS = {
  /** Log events kept in one phase. */
  events: 10_000,
  /** Characters kept in one phase. */
  characters: 2_000_000,
  /** CloudWatch Logs' limit for one event, 1 MB, in characters (AWS, "CloudWatch Logs quotas"; 256 KB until April 2025). */
  event: 1_048_576,
} as const;

export interface Output {
  write(at: Instant, fd: number, level: number, text: string): void;
  /** Ends the phase: unfinished lines are written, the count starts anew. Answers how many events were cut off. */
  flush(at: Instant): number;
}

export function processOutput(log: (entry: ProcessLog) => void): Output {
  let events = 0;
  let characters = 0;
  let cut = 0;
  /** What was written since the last newline, by file descriptor. */
  const unfinished = new Map<number, string>();

  const emit = (at: Instant, message: string, level?: LogLevel) => {
    if (events >= LOG_LIMITS.events || characters >= LOG_LIMITS.characters) {
      cut += 1;
      return;
    }
    const kept = message.slice(0, LOG_LIMITS.event);
    events += 1;
    characters += kept.length;
    log(level === undefined ? { at, message: kept } : { at, message: kept, level });
  };

  /** Looks at what is new only: a line that is written piece by piece would be read again and again. */
  const writeLines = (at: Instant, fd: number, text: string) => {
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      emit(at, (unfinished.get(fd) ?? "") + text.slice(start, end));
      unfinished.delete(fd);
      start = end + 1;
    }
    const begun = unfinished.get(fd) ?? "";
    const rest = text.slice(start, start + LOG_LIMITS.event - begun.length);
    if (rest !== "") unfinished.set(fd, begun + rest);
  };

  return {
    write(at, fd, level, text) {
      if (level >= 0) emit(at, text, LEVELS[level]);
      else writeLines(at, fd, text);
    },
    flush(at) {
      for (const rest of unfinished.values()) emit(at, rest);
      const lost = cut;
      events = characters = cut = 0;
      unfinished.clear();
      return lost;
    },
  };
}
