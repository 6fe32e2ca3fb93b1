/**
 * A reader's records as a file, to take to another device or to hand in.
 *
 *   { "format": "lambda-lab-study", "version": 1, "records": { "progress": …, "lab:context/time-left": …, "quiz:context": … } }
 */

import { readWorkName } from "../kept-names.ts";
import { isKept, type Kept } from "../lab/kept-record.ts";
import { mergedProgress } from "../progress.ts";
import { asObject, type Changes, type Records } from "./study.ts";

const FORMAT = "lambda-lab-study";
const VERSION = 1;

/** Only what is a reader's work: the theme stays with the device. */
export function fileText(records: Records): string {
  const work = Object.entries(records).filter(([key]) => isWork(key));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, records: Object.fromEntries(work) }, null, 1)}\n`;
}

export type Reading = { readonly records: Records } | { readonly says: string };

export function readFileText(text: string): Reading {
  const file = parsed(text);
  if (file?.format !== FORMAT) return { says: "‘내 학습’에서 내보낸 파일이 아닙니다. 확장자가 .json인 파일을 고르세요." };
  if (file.version !== VERSION) return { says: "더 새로운 람다 랩이 내보낸 파일입니다. 이 페이지를 새로 고친 다음 다시 가져오세요." };
  return { records: Object.fromEntries(Object.entries(asObject(file.records)).filter(([key]) => isWork(key))) };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    // The parser's only way to say no.
    return undefined;
  }
}

const isWork = (key: string) => key === "progress" || readWorkName(key) !== undefined;

/** What taking in `arriving` changes. Nothing of the reader's is lost: where code meets other code, the one that was here stays beside it. */
export function merged(here: Records, arriving: Records): Changes {
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(arriving)) {
    const becomes = mergedRecord(key, here[key], value);
    if (becomes !== undefined && JSON.stringify(becomes) !== JSON.stringify(here[key])) changes[key] = becomes;
  }
  return changes;
}

function mergedRecord(key: string, here: unknown, arriving: unknown): unknown {
  if (key === "progress") return mergedProgress(here, arriving);
  if (readWorkName(key)?.kind === "quiz") return { ...asObject(here), ...asObject(arriving) };
  if (!isKept(arriving)) return undefined;
  return isKept(here) ? mergedDraft(here, arriving) : arriving;
}

function mergedDraft(here: Kept, arriving: Kept): Kept {
  const older = here.draft ?? here.older ?? arriving.older;
  const isSame = JSON.stringify(here.draft) === JSON.stringify(arriving.draft);
  return isSame || older === undefined ? { ...here, ...arriving } : { ...arriving, older };
}
