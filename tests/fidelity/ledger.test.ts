/** The page 시뮬레이터와 실제 AWS의 차이 tells of every sentence that is tested, of every short cut in the code, and of nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkedFidelity } from "../../src/book/fidelity.ts";
import { CASES } from "./cases.ts";
import { RULES } from "./rules.ts";

const checked = checkedFidelity(parse(readFileSync("content/fidelity.yaml", "utf8")));
if ("problems" in checked) throw new Error(`content/fidelity.yaml: ${JSON.stringify(checked.problems)}`);
const { topics, simplified } = checked.value;
const rows = Object.values(topics).flatMap((topic) => topic.rows);

const sorted = (texts: readonly string[]) => [...texts].sort();

test("Every sentence that tests/fidelity shows stands in content/fidelity.yaml once, and every test that is named there exists.", () => {
  expect(sorted(rows.map((row) => row.test))).toEqual(sorted([...CASES, ...RULES].map(({ title }) => title)));
});

test("Every `Simplified:` in the code stands in content/fidelity.yaml, and every one that is told there is in that file.", () => {
  expect(sorted(simplified.map(({ file }) => file))).toEqual(sorted(simplifiedComments()));
});

/** A file for each comment in it. */
function simplifiedComments(): string[] {
  const files = ["sandbox", "src"].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => `${root}/${path.replaceAll("\\", "/")}`),
  );
  return files
    .filter((file) => /\.(ts|tsx|js)$/.test(file) && !file.includes("/dist/"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/Simplified:/g)].map(() => file));
}
