import { expect, test } from "vitest";
import { byChapter, type Correction, checkedCorrections, pageName } from "../../src/book/corrections.ts";
import { fromYaml } from "../../src/book/data-file.ts";

const correction = (chapter: string): Correction => ({ chapter, kind: "wrong", said: "가", now: "나.", checked: "2026-11-22" });

test("Corrections stand under their chapters in the book's order, and within one in the file's.", () => {
  const all = { z: correction("07-later"), b: correction("02-early"), a: correction("07-later") };
  expect(byChapter(all).map(([chapter, rows]) => [chapter, ...rows.map(([name]) => name)])).toEqual([
    ["02-early", "b"],
    ["07-later", "z", "a"],
  ]);
});

test("AWS's page is named by the last words of its address, what has none or is another's by its host.", () => {
  expect(pageName("https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html")).toBe("urls-auth");
  expect(pageName("https://aws.amazon.com/lambda/pricing/")).toBe("pricing");
  expect(pageName("https://aws.amazon.com/")).toBe("aws.amazon.com");
  expect(pageName("https://sharp.pixelplumbing.com/install/")).toBe("sharp.pixelplumbing.com");
  expect(pageName("https://notamazon.com/lambda/")).toBe("notamazon.com");
});

test("A page whose data is wrong stops the build with the file, the place and the remedy, all of them.", () => {
  const source = "a:\n  chapter: 4장\n  kind: wrong\n  said: 가.\n  now: 나.\n  checked: '2026-11-22'\n  sauce: 다\n";
  expect(() => fromYaml("content/corrections.yaml", source, checkedCorrections)).toThrow(
    "content/corrections.yaml: a.chapter: 장의 폴더 이름이어야 합니다(예: 04-handlers).\ncontent/corrections.yaml: a.sauce: 모르는 키입니다.",
  );
});
