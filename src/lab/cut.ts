/** What a function answers or logs may be megabytes; a page that shows all of it stands still. Copies and checks have it whole. */

import { thousands } from "../../sandbox/thousands.ts";

/** Characters of one answer or one log line that are shown. */
export const MOST_CHARACTERS = 20_000;
/** Log lines that are shown, the newest. */
export const MOST_LINES = 1_000;

export interface Cut {
  readonly text: string;
  /** A sentence where something was left out. */
  readonly says: string | undefined;
}

/** `what` with its particle: `답이`, `줄이`. */
export function cut(text: string, what: string): Cut {
  if (text.length <= MOST_CHARACTERS) return { text, says: undefined };
  const says = `${what} 길어 앞의 ${thousands(MOST_CHARACTERS)}자만 보입니다. 모두 ${thousands(text.length)}자입니다.`;
  return { text: text.slice(0, MOST_CHARACTERS), says };
}
