/** `npm test`: the set-up, then every check there is. All of them run; the closing line adds up what they counted. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "./chromium.mjs";
import { node24, quietEnvironment, root, tools } from "./places.mjs";
import { buildEngine, buildSite, installPackages, main } from "./setup.mjs";

const reports = join(root, "test-results/reports");

/** Besides fidelity, where a host's time zone could show: dates, schedules, the command line, what is printed of a Date. */
const WITH_CLOCKS = ["cli", "events", "lambda", "time", "trace", "library/console", "library/inspect", "library/util"].map(
  (part) => `tests/sandbox/${part}`,
);

/** How each runner's JSON report counts. A test that passed only when it was tried again has failed. */
const COUNTS = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  playwright: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
};

/** The last line, whatever happens: a set-up that fails is a failure too. */
let closing = "0 passed, 1 failed";
process.on("exit", () => console.log(closing));

await main(() => {
  installPackages();
  buildEngine();
  buildSite();
  process.env.CHROMIUM = chromium();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const steps = [
    check("Biome", [tools.biome, "check", "."]),
    check("TypeScript", [tools.tsc, "--project", "."]),
    check("TypeScript, 플랫폼 없이", [tools.tsc, "--project", "sandbox"]),
    counted("vitest", "vitest", vitest("vitest")),
    counted("vitest, TZ=Asia/Seoul", "vitest", vitest("seoul", "tests/fidelity", ...WITH_CLOCKS), { TZ: "Asia/Seoul" }, "seoul"),
    counted(
      "vitest, 해치려는 코드",
      "vitest",
      vitest("hostile", "--config", "tests/hostile/vitest.config.ts", "--root", "."),
      {},
      "hostile",
    ),
    counted("Playwright", "playwright", [tools.playwright, "test"]),
  ];
  const sum = (what) => steps.reduce((total, step) => total + step[what], 0);
  console.log("");
  for (const step of steps) console.log(`${step.name}: ${step.failed === 0 ? "통과" : "실패"}${step.count}, ${step.seconds}초`);
  const skipped = sum("skipped");
  closing = `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  process.exitCode = sum("failed") === 0 ? 0 : 1;
});

function vitest(report, ...args) {
  return [tools.vitest, "run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${join(reports, `${report}.json`)}`];
}

/** A check that has no tests to count: it only fails or not. */
function check(name, args) {
  const { status, seconds } = run(name, args);
  return { name, count: "", seconds, passed: 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** A test runner. One that fails without naming a failed test (it crashed, it found none) counts as one failure. */
function counted(name, kind, args, environment = {}, report = kind) {
  const file = join(reports, `${report}.json`);
  const { status, seconds } = run(name, args, { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const counts = existsSync(file) ? COUNTS[kind](JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0, skipped: 0 };
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return { name, count: ` (${counts.passed} 통과, ${counts.failed} 실패, ${counts.skipped} 건너뜀)`, seconds, ...counts };
}

function run(name, args, environment = {}) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { status } = spawnSync(node24, args, {
    cwd: root,
    env: { ...process.env, ...quietEnvironment, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return { status, seconds: Math.round((performance.now() - start) / 1_000) };
}
