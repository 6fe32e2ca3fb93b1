import { expect, test } from "vitest";
import { readWorkName, workName } from "../../src/kept-names.ts";
import { fileText, merged, readFileText } from "../../src/study/record-file.ts";
import { before, type ChapterOnPage, cleared, type Records, strangers, studyOf } from "../../src/study/study.ts";

const CONTEXT: ChapterOnPage = {
  slug: "context",
  number: 5,
  title: "컨텍스트 객체",
  address: "/chapters/context/",
  labs: { "time-left": "남은 시간" },
  exercises: { "stop-in-time": "제때 멈추기" },
  questions: ["who", "when"],
};

const draft = (text: string) => ({ files: { "index.mjs": text }, event: "{}", configuration: {} });
const lab = (text: string, older?: string) => ({ first: "f", draft: draft(text), ...(older !== undefined && { older: draft(older) }) });

const RECORDS: Records = {
  theme: "dark",
  progress: {
    context: { labs: { "time-left": "run" }, exercises: { "stop-in-time": "tried" }, quiz: { who: "right", when: "wrong" } },
    removed: { labs: { old: "run" } },
  },
  "lab:context/time-left": lab("export const handler = () => 1;"),
  "quiz:context": { who: { answer: { chosen: [1] }, isGraded: true, of: "q" } },
};

test("A work's name has the chapter's words and not its number.", () => {
  expect(workName("lab", "05-context/time-left")).toBe("lab:context/time-left");
  expect(readWorkName(workName("exercise", "05-context/stop-in-time"))).toEqual({
    kind: "exercise",
    chapter: "context",
    name: "stop-in-time",
  });
  expect(["theme", "progress", "lab:context", "quiz:context/x", "lab:../x"].map(readWorkName)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("A chapter's study counts only what the chapter has, and names the changed code.", () => {
  expect(studyOf(CONTEXT, RECORDS)).toMatchObject({
    labsRun: 1,
    exercisesSolved: 0,
    exercisesTried: 1,
    questionsRight: 1,
    questionsWrong: 1,
    drafts: ["남은 시간"],
    isEmpty: false,
  });
  expect(studyOf({ ...CONTEXT, labs: {} }, RECORDS).labsRun).toBe(0);
  expect(studyOf({ ...CONTEXT, slug: "handlers" }, RECORDS).isEmpty).toBe(true);
});

test("Records of a chapter that the book does not have are found.", () => {
  expect(strangers([CONTEXT], { ...RECORDS, "lab:gone-too/x": lab("1") })).toEqual(["gone-too", "removed"]);
});

test("Clearing a chapter takes all of its records and nothing else, and can be taken back.", () => {
  const changes = cleared("context", RECORDS);
  const after = applied(RECORDS, changes);
  expect(after).toEqual({ theme: "dark", progress: { removed: { labs: { old: "run" } } } });
  expect(applied(after, before(changes, RECORDS))).toEqual(RECORDS);
});

test("A file brings everything back on an empty device, the theme apart.", () => {
  const { theme, ...work } = RECORDS;
  expect(theme).toBe("dark");
  const read = readFileText(fileText(RECORDS));
  if ("says" in read) throw new Error(read.says);
  const { progress, ...rest } = applied({}, merged({}, read.records));
  const { progress: had, ...others } = work;
  expect(rest).toEqual(others);
  expect(studyOf(CONTEXT, { progress, ...rest })).toEqual(studyOf(CONTEXT, { progress: had, ...others }));
});

test("Bringing a file twice changes nothing the second time.", () => {
  const once = applied(RECORDS, merged(RECORDS, { "lab:context/time-left": lab("2") }));
  expect(merged(once, { "lab:context/time-left": lab("2") })).toEqual({});
});

test("Where code meets other code, the one that was here stays beside the one that came.", () => {
  const { "lab:context/time-left": record } = merged(RECORDS, { "lab:context/time-left": lab("2", "older elsewhere") });
  expect(record).toEqual({ first: "f", draft: draft("2"), older: draft("export const handler = () => 1;") });
});

test("What was solved or right on either device is solved and right.", () => {
  const arriving = { progress: { context: { exercises: { "stop-in-time": "solved" }, quiz: { who: "wrong", when: "right" } } } };
  expect(studyOf(CONTEXT, applied(RECORDS, merged(RECORDS, arriving)))).toMatchObject({
    labsRun: 1,
    exercisesSolved: 1,
    questionsRight: 2,
  });
});

test.each([
  ["not JSON", "‘내 학습’에서 내보낸 파일이 아닙니다."],
  ["[]", "‘내 학습’에서 내보낸 파일이 아닙니다."],
  ['{"format":"lambda-lab-study","version":2}', "더 새로운 람다 랩이 내보낸 파일입니다."],
])("A file that is %s is answered with a sentence.", (text, sentence) => {
  expect(readFileText(text)).toEqual({ says: expect.stringContaining(sentence) });
});

test("What a file says beyond a reader's work is left out, and what is no draft is not taken.", () => {
  const text = JSON.stringify({
    format: "lambda-lab-study",
    version: 1,
    records: {
      theme: "light",
      "lab:context/time-left": { first: 1, draft: "x" },
      "elsewhere:a": 1,
      "quiz:context": "x",
      progress: { context: { labs: { "time-left": "<b>" } } },
    },
  });
  const read = readFileText(text);
  if ("says" in read) throw new Error(read.says);
  expect(Object.keys(read.records).sort()).toEqual(["lab:context/time-left", "progress", "quiz:context"]);
  expect(studyOf(CONTEXT, applied({}, merged({}, read.records)))).toMatchObject({ labsRun: 0, drafts: [] });
});

function applied(records: Records, changes: Records): Records {
  return Object.fromEntries(Object.entries({ ...records, ...changes }).filter(([, value]) => value !== undefined));
}
