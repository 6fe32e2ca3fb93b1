import { expect, test } from "vitest";
import { mutantsOf } from "./mutants.ts";

/** What was done to which piece. */
const done = (code: string) => mutantsOf("index.mjs", code, "handler").map(({ line, what, piece }) => `${line} ${what}: ${piece}`);

test("every statement is deleted, every value and condition altered, and declarations change sides", () => {
  const code = `const table = await load("a");
export const handler = async (event) => {
  const limit = 3;
  if (event.n > limit) throw new Error(\`n: \${event.n}\`);
  return table[event.n] ?? false;
};
`;
  expect(done(code)).toMatchInlineSnapshot(`
    [
      "1 문장을 지움: const table = await load("a");",
      "1 await를 뺌: await load("a")",
      "1 값을 바꿈: "": "a"",
      "3 문장을 지움: const limit = 3;",
      "3 값을 바꿈: 4: 3",
      "4 문장을 지움: if (event.n > limit) throw new Error(\`n: \${event.n}\`);",
      "4 조건을 뒤집음: event.n > limit",
      "4 > 기호를 <=로 바꿈: event.n > limit",
      "4 문구를 지움: n: ",
      "5 문장을 지움: return table[event.n] ?? false;",
      "5 반환하는 값을 뺌: return table[event.n] ?? false;",
      "5 ?? 기호를 &&로 바꿈: table[event.n] ?? false",
      "5 값을 바꿈: true: false",
      "1 핸들러 안으로 옮김: const table = await load("a");",
      "3 핸들러 밖으로 옮김: const limit = 3;",
    ]
  `);
});

test("imports and the handler's export are left in place", () => {
  expect(done('import { a } from "./a.mjs";\nexport const handler = () => {};\n')).toEqual([]);
});

test("a declaration that uses the handler's own names stays inside", () => {
  const code = "export const handler = (event) => {\n  const item = event.item;\n  return item;\n};\n";
  expect(done(code).filter((what) => what.includes("핸들러 밖"))).toEqual([]);
});

test.each(["export async function handler(event) {\n  const a = 1;\n}\n", "exports.handler = async () => {\n  const a = 1;\n};\n"])(
  "the handler is found in %j",
  (code) => {
    expect(done(code)).toContain("2 핸들러 밖으로 옮김: const a = 1;");
  },
);

test("all mutants parse and none is the code itself or another mutant", () => {
  const code = "export const handler = async () => {\n  let a = 1;\n  while (a < 3) a += 1;\n  return a;\n};\n";
  const codes = mutantsOf("index.mjs", code, "handler").map((mutant) => mutant.code);
  expect(new Set([code, ...codes]).size).toBe(codes.length + 1);
});
