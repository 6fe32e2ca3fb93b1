/** CPU time follows memory as Lambda's CPU shares do: one whole vCPU at 1,769 MB, and one thread never has more. */
import { describe, expect, test } from "vitest";
import { payload, run } from "../../harness.ts";

const WORK = {
  loop: "let x = 0; for (let i = 0; i < 300_000; i++) x += i % 7; return x;",
  JSON: "const data = Array.from({ length: 300 }, (_, i) => ({ id: i, name: `item ${i}`, tags: ['a', 'b'] })); let n = 0; for (let i = 0; i < 20; i++) n += JSON.parse(JSON.stringify(data)).length; return n;",
  sort: "const list = Array.from({ length: 8_000 }, (_, i) => (i * 7919) % 8_009); return list.sort((a, b) => a - b)[0];",
  "a regular expression":
    "let n = 0; const text = 'abc123 '.repeat(400); for (let i = 0; i < 10; i++) n += (text.match(/[a-z]+(\\d+)/g) ?? []).length; return n;",
} as const;

/** Milliseconds on the handler's own clock. */
function duration(body: string, MemorySize: number): number {
  const source = `export const handler = async () => {
    const start = performance.now();
    await (async () => { ${body} })();
    return performance.now() - start;
  };`;
  return Number(payload(run(source, { MemorySize, Timeout: 60 })));
}

describe.each(Object.entries(WORK))("the same work, %s,", (_name, body) => {
  test("takes about 13.8 times as long at 128 MB as at 1,769 MB", () => {
    const ratio = duration(body, 128) / duration(body, 1_769);
    expect(ratio).toBeGreaterThan(13);
    expect(ratio).toBeLessThan(14.5);
  });

  test("takes twice as long at 512 MB as at 1,024 MB", () => {
    const ratio = duration(body, 512) / duration(body, 1_024);
    expect(ratio).toBeGreaterThan(1.9);
    expect(ratio).toBeLessThan(2.1);
  });

  test("takes as long at 3,538 MB as at 1,769 MB", () => {
    const ratio = duration(body, 3_538) / duration(body, 1_769);
    expect(ratio).toBeGreaterThan(0.97);
    expect(ratio).toBeLessThan(1.03);
  });
});

test("waiting costs no CPU: it takes as long whatever the memory", () => {
  const sleep = "await new Promise((resolve) => setTimeout(resolve, 300));";
  expect(Math.round(duration(sleep, 128) / 10)).toBe(Math.round(duration(sleep, 1_769) / 10));
});

test("a handler that waits in a loop for the clock gets through", () => {
  expect(Math.floor(duration("const end = Date.now() + 1000; while (Date.now() < end) {} ", 128) / 100)).toBe(10);
});
