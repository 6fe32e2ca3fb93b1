/** What a reader's code comes to: each check with what was seen, and the mistake that is recognised. */
import type { Evidence } from "./evidence.ts";
import type { Check, Exercise, Mistake } from "./exercise.ts";
import { comparesWithStarter, holds, judge } from "./judge.ts";
import { counted } from "./korean-numbers.ts";
import { plainText } from "./prose.ts";

export interface Grade {
  readonly isSolved: boolean;
  readonly checks: readonly CheckedGoal[];
  /** Only where a check fails. */
  readonly mistake?: Mistake;
}

export interface CheckedGoal {
  readonly says: string;
  readonly isMet: boolean;
  /** What was seen and what it should be, for the first things that are not so. */
  readonly answers: readonly string[];
}

export function grade(exercise: Exercise, evidence: Evidence): Grade {
  const checks = exercise.checks.map((check) => checkedGoal(check, evidence));
  if (checks.every((check) => check.isMet)) return { isSolved: true, checks };
  const mistake = exercise.mistakes.find(({ when }) => holds(when, evidence));
  return { isSolved: false, checks, ...(mistake !== undefined && { mistake }) };
}

/** Whether grading needs the starter's run too. */
export function needsStarter({ checks, mistakes }: Exercise): boolean {
  return checks.some(comparesWithStarter) || mistakes.some(({ when }) => comparesWithStarter(when));
}

function checkedGoal({ says, ...condition }: Check, evidence: Evidence): CheckedGoal {
  const failing = judge(condition, evidence).filter((finding) => !finding.holds);
  const answers = [...new Set(failing.map(({ seen, expected }) => `${seen} ${expected}`))];
  const rest = answers.length - FEW;
  const told = rest > 0 ? [...answers.slice(0, FEW), `이런 곳이 ${counted(rest, "곳")} 더 있습니다.`] : answers;
  return { says, isMet: failing.length === 0, answers: told };
}

/** More answers than these would be noise: mending the first mends most. */
const FEW = 2;

/** `세 조건 중 둘을 채웠습니다. 남은 것: 로그에 주문 번호` */
export function gradeSentence({ isSolved, checks }: Grade): string {
  if (isSolved) return "맞았습니다. 조건을 모두 채웠습니다.";
  const left = checks.filter((check) => !check.isMet);
  const met = checks.length - left.length;
  const all = CONDITIONS[checks.length] ?? `${checks.length}개`;
  const sofar = met === 0 ? "채운 것이 아직 없습니다." : `${THINGS[met] ?? `${met}개를`} 채웠습니다.`;
  return checks.length === 1 ? `조건을 아직 채우지 못했습니다. 남은 것: ${says(left)}` : `${all} 조건 중 ${sofar} 남은 것: ${says(left)}`;
}

const says = (goals: readonly CheckedGoal[]) => goals.map((goal) => plainText(goal.says).replace(/\.$/, "")).join(", ");

const CONDITIONS = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];
const THINGS = ["", "하나를", "둘을", "셋을", "넷을", "다섯을", "여섯을", "일곱을", "여덟을", "아홉을", "열을"];
