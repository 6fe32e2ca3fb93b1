/**
 * `npm run check:content`, or for one chapter `npm run check:content -- 07-cold-and-warm-starts`. Exit code 0 where all is well,
 * 1 where the content has errors, 2 where there is nothing to check.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "../../sandbox/node/bad-input.ts";
import { isBuilt } from "../../sandbox/node/built-files.ts";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { type ContentReport, checkContent, NoSuchChapter } from "./check-content.ts";
import { type CodeReport, checkCode } from "./code/check-code.ts";
import { codeSummary } from "./code/code-summary.ts";
import { LEAST_CAUGHT, type MutationScore } from "./mutation.ts";
import { inOrder, type Problem, problemText } from "./problem.ts";

try {
  process.exitCode = run(process.argv.slice(2), process.cwd());
} catch (thrown) {
  if (!(thrown instanceof BadInput)) throw thrown;
  console.error(thrown.message);
  process.exitCode = 2;
}

function run(args: readonly string[], root: string): number {
  const report = reportOf(args, root);
  const code: CodeReport = checkCode(root, args[0]);
  const problems = inOrder([...report.problems, ...code.problems]);
  const errors = problems.filter((problem) => problem.severity === "error");
  const warnings = problems.filter((problem) => problem.severity === "warning");
  print("살펴볼 곳", warnings);
  print("고칠 곳", errors);
  for (const score of report.scores) console.log(scoreText(score));
  for (const line of codeSummary(code)) console.log(line);
  console.log(summary(report, errors.length, warnings.length));
  return errors.length === 0 ? 0 : 1;
}

function reportOf([chapter, extra]: readonly string[], root: string): ContentReport {
  if (extra !== undefined) throw new BadInput(`장의 이름은 하나만 씁니다. 남는 인수: ${extra}`);
  if (!existsSync(join(root, "content"))) throw new BadInput("content/ 폴더가 없습니다. 프로젝트의 맨 위 폴더에서 실행하세요.");
  if (!isBuilt()) throw new BadInput("시뮬레이터의 엔진이 아직 없습니다. 먼저 npm run build:engine 명령을 실행하세요.");
  try {
    return checkContent(root, nodeRuntime(), chapter);
  } catch (thrown) {
    if (thrown instanceof NoSuchChapter) throw new BadInput(`‘${chapter}’ 장이 없습니다. 있는 장: ${thrown.chapters.join(", ") || "없음"}`);
    throw thrown;
  }
}

function print(title: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  console.log(`── ${title} ${problems.length}곳`);
  for (const problem of problems) console.log(problemText(problem));
  console.log("");
}

function scoreText({ exercise, caught, survivors, equivalent }: MutationScore): string {
  const total = caught + survivors.length;
  const same = equivalent === 0 ? "" : `, 동작이 같은 변이 ${equivalent}개는 셈에서 뺌`;
  const missed = survivors.map(({ file, line, what, piece }) => `\n  놓침: ${file} ${line}행 ‘${piece}’ ${what}`);
  if (total === 0) return `${exercise}: 망가뜨릴 코드가 없음(설정으로 푸는 연습)`;
  const share = Math.floor((caught / total) * 100);
  return `${exercise}: 변이 ${total}개 가운데 ${caught}개를 채점이 잡음(${share}%, 기준 ${LEAST_CAUGHT * 100}%)${same}${missed.join("")}`;
}

function summary({ checked }: ContentReport, errors: number, warnings: number): string {
  const { chapters, labs, exercises, questions, fromTrace } = checked;
  const what = `장 ${chapters}개, 실습 ${labs}개, 연습 ${exercises}개, 확인 문제 ${questions}개(시뮬레이터가 답을 정한 문제 ${fromTrace}개)`;
  return `${what}. 고칠 곳 ${errors}곳, 살펴볼 곳 ${warnings}곳`;
}
