/** What was asked, and what was seen instead, in Korean sentences: what a failing check answers with. */
import type { Count } from "./condition.ts";
import { type Counter, counted, isWithin, rangeText } from "./korean-numbers.ts";
import { withParticle } from "./particle.ts";

export interface Finding {
  readonly holds: boolean;
  /** `두 번째 호출의 실행 시간은 312.4ms입니다.` */
  readonly seen: string;
  /** `200ms 이하여야 합니다.` */
  readonly expected: string;
  /** What `not` asks: `200ms 이하가 아니어야 합니다.` */
  readonly unexpected: string;
}

/** What the phrase says must be so: `3` → `3이어야 합니다.` */
export function mustBe(phrase: string): Pick<Finding, "expected" | "unexpected"> {
  return {
    expected: `${withParticle(phrase, "이어야")} 합니다.`,
    unexpected: `${withParticle(phrase, "이")} 아니어야 합니다.`,
  };
}

export const MUST_EXIST = { expected: "있어야 합니다.", unexpected: "없어야 합니다." } as const;

/** How many there are of what `subject` names. */
export function countFinding(subject: string, number: number, count: Count, counter: Counter): Finding {
  const seen =
    number === 0 ? `${withParticle(subject, "이")} 없습니다.` : `${withParticle(subject, "은")} ${counted(number, counter)}입니다.`;
  return { holds: isWithin(number, count), seen, ...mustCount(count, counter) };
}

function mustCount(count: Count, counter: Counter): Pick<Finding, "expected" | "unexpected"> {
  if (count === 0) return { expected: MUST_EXIST.unexpected, unexpected: MUST_EXIST.expected };
  if (typeof count === "object" && count.atLeast === 1 && count.atMost === undefined) return MUST_EXIST;
  return mustBe(rangeText(count, (number) => (number === 0 ? `0${counter}` : counted(number, counter))));
}

/** Where nothing is said of how many. */
export const AT_LEAST_ONE: Count = { atLeast: 1 };
