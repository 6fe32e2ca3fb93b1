import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { checkContent } from "./check-content.ts";
import { problemText } from "./problem.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const runtime = nodeRuntime();
const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

const CHAPTER = "content/chapters/01-hello";
const EXERCISE = `${CHAPTER}/exercises/greet-by-name/exercise.yaml`;
const SOLUTION = `${CHAPTER}/exercises/greet-by-name/solution/index.mjs`;

/** A project whose only chapter is the template. */
function project(): string {
  const root = mkdtempSync(join(tmpdir(), "book-"));
  temporary.push(root);
  cpSync(join(ROOT, "content/_template"), join(root, CHAPTER), { recursive: true });
  for (const file of ["glossary.yaml", "facts.yaml"]) cpSync(join(ROOT, "content", file), join(root, "content", file));
  return root;
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** What is found after the files were changed; each change must be one. */
function found(...changes: readonly (readonly [file: string, from: string | RegExp, to: string])[]): readonly string[] {
  const root = project();
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(root, file), "utf8");
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`nothing to change in ${file}: ${from}`);
    write(root, file, changed);
  }
  return checkContent(root, runtime).problems.map(problemText);
}

test("the template passes, with nothing to look at", () => {
  const report = checkContent(project(), runtime);
  expect(report.problems).toEqual([]);
  expect(report.checked).toEqual({ chapters: 1, labs: 2, exercises: 2, questions: 3, fromTrace: 2 });
  expect(report.scores).toMatchObject([
    { exercise: "01-hello/greet-by-name", survivors: [] },
    { exercise: "01-hello/let-three-in", caught: 0, survivors: [] },
  ]);
});

test("the book has no errors", () => {
  const { problems } = checkContent(ROOT, runtime);
  expect(problems.filter(({ severity }) => severity === "error").map(problemText)).toEqual([]);
}, 300_000);

test("a broken solution is told with the check that it fails and what was seen", () => {
  expect(found([SOLUTION, "event.name ??", "event.nmae ??"])).toContain(
    `${EXERCISE} 17행, checks[0]: 풀이가 이 조건을 채우지 못합니다. 첫 번째 호출의 결과에서 \`message\` 값은 \`"안녕하세요, 손님님."\`입니다. \`"안녕하세요, 지민님."\` 문자열이어야 합니다.`,
  );
});

test("a starter that is the solution is told", () => {
  const root = project();
  cpSync(join(root, SOLUTION), join(root, CHAPTER, "exercises/greet-by-name/starter/index.mjs"));
  expect(checkContent(root, runtime).problems.map(problemText)).toContain(
    `${CHAPTER}/exercises/greet-by-name/starter/: 고치지 않은 처음 코드가 모든 조건을 채웁니다. 처음 코드에서 못 채우는 조건을 checks에 더하세요.`,
  );
});

test("a mistake that no condition recognises is told", () => {
  expect(found([EXERCISE, "at: message, containing: undefined", "at: message, containing: 없는 말"])).toEqual([
    expect.stringMatching(/mistakes\[0\]\.when: 실수 forgot-the-default 코드를 실행해도 when이 들어맞지 않습니다/),
  ]);
});

test("a mistake that gets another's message is told, with the order of the mistakes", () => {
  expect(found([EXERCISE, "at: message, containing: undefined", "at: message, type: string"])).toContainEqual(
    expect.stringMatching(
      /mistakes\[1\]\.when: 실수 remembered-the-name 코드가 ‘forgot-the-default’의 메시지를 받습니다.*forgot-the-default, remembered-the-name/,
    ),
  );
});

test("a mistake whose condition holds for the solution too is told", () => {
  expect(found([EXERCISE, "at: message, containing: undefined", "at: message, type: string"])).toContainEqual(
    expect.stringMatching(/mistakes\[0\]\.when: 풀이에도 들어맞습니다\. 실수 forgot-the-default만/),
  );
});

test("a mistake that passes all checks is told", () => {
  expect(found([EXERCISE, `from: ' ?? "손님"'\n        to: ""`, `from: 'const name'\n        to: "let name"`])).toEqual([
    expect.stringMatching(/mistakes\[0\]\.when: 실수 forgot-the-default 코드가 모든 조건을 채웁니다/),
  ]);
});

test("a mistake without its code is told, and code without its mistake", () => {
  expect(found([EXERCISE, /remembered-the-name/, "forgot-the-name"])).toEqual([
    expect.stringMatching(/mistakes\[1\]\.name: 실수의 코드가 없습니다\. mistakes\/forgot-the-name\/ 폴더에/),
    expect.stringMatching(/mistakes\/remembered-the-name\/: 이 폴더를 쓰는 실수가 exercise\.yaml에 없습니다/),
  ]);
});

test("a replacement that has nothing to replace is told", () => {
  expect(found([EXERCISE, `from: ' ?? "손님"'`, `from: ' ?? "고객"'`])).toEqual([
    expect.stringMatching(/mistakes\[0\]\.replace: index\.mjs 파일에 바꿀 글자가 없습니다: ‘ \?\? "고객"’/),
  ]);
});

test("a changed line without its reason is told, and a reason without its line", () => {
  expect(found([EXERCISE, "- added: event.name", "- added: event.nmae"])).toEqual([
    expect.stringMatching(/solution\.explains: 풀이에서 바뀐 곳에 까닭이 없습니다: index\.mjs 2행 ‘const name = event\.name \?\? "손님";’/),
    expect.stringMatching(/solution\.explains\[0\]\.added: 풀이에 생긴 줄에 이 글자가 없습니다: ‘event\.nmae/),
  ]);
});

test("a read-only file that the solution changes is told", () => {
  expect(found([EXERCISE, "# 무슨 일이", "readOnly: [index.mjs]\n# 무슨 일이"])).toContainEqual(
    expect.stringMatching(/readOnly\[0\]: 독자가 못 고치는 파일인데 solution\/의 내용이 다릅니다: index\.mjs/),
  );
});

test("checks that notice too little are told with what they miss", () => {
  const lenient = /checks:[\s\S]*?(?=# 개념, 자리)/;
  expect(found([EXERCISE, lenient, "checks:\n  - says: 인사하기\n    result: { at: message, containing: 님 }\n"])).toContainEqual(
    expect.stringMatching(
      /checks: 풀이를 한 곳씩 망가뜨린 변이 \d+개 가운데 \d개만 채점에 걸립니다\(80% 이상이어야 합니다\).*놓친 변이: .*index\.mjs 3행/,
    ),
  );
});

test("a quiz whose scenario disagrees with the marked answer is told", () => {
  expect(
    found([`${CHAPTER}/quiz.yaml`, "- text: 안녕하세요, undefined님.", "- text: 안녕하세요, undefined님.\n        correct: true"]),
  ).toEqual([expect.stringMatching(/quiz\.yaml 27행, questions\[1\]\.options\[0\]: 맞는 보기로 적혔는데 실행해 보니 틀린 보기입니다/)]);
});

test("a quiz about an exercise that is not there is told", () => {
  expect(found([`${CHAPTER}/quiz.yaml`, "exercise: greet-by-name", "exercise: greet"])).toEqual([
    expect.stringMatching(/questions\[1\]\.scenario: 이 장에 없는 실습이나 연습입니다: greet\./),
  ]);
});

test("a quiz that sends readers to a heading that is not there is told with those that are", () => {
  expect(found([`${CHAPTER}/quiz.yaml`, "#인사하는-함수", "#인사"])).toEqual([
    `${CHAPTER}/quiz.yaml 7행, read: 없는 제목입니다: #인사. 01-hello에 있는 제목: #인사하는-함수 #이름을-부르기 #큐에서-온-인사 #설정으로-푸는-연습`,
  ]);
});

test("a prediction of which no option comes true is told", () => {
  expect(found([`${CHAPTER}/labs/say-hello/prediction.yaml`, "equals: 안녕하세요.", "equals: 반갑습니다."])).toEqual([
    expect.stringMatching(/prediction\.yaml \d+행, options: 맞는 보기가 없습니다/),
  ]);
});

test("a lab that cannot start is for a person to look at", () => {
  expect(found([`${CHAPTER}/labs/say-hello/lab.yaml`, "index.handler", "index.main"])).toEqual([
    expect.stringMatching(/lab\.yaml 3행, function: 처음 코드를 실행하지 못합니다: Runtime\.HandlerNotFound/),
    expect.stringMatching(/prediction\.yaml/),
  ]);
});

test("a lab whose event source is not there, or has a field that cannot be, is told at the source", () => {
  const lab = `${CHAPTER}/labs/say-hello/lab.yaml`;
  const source = (text: string) => found([lab, "event:\n  name: 지민", `source:\n  ${text}`])[0];
  expect(source("name: sqz")).toMatch(/lab\.yaml \d+행, source: source\.name에는 api-gateway-rest, .* 가운데 하나를 적으세요\./);
  expect(source("name: sqs\n  fields: { count: 0 }")).toMatch(
    /lab\.yaml \d+행.*: source\.fields의 ‘count’ 필드: 1부터 10,000까지의 정수여야/,
  );
  expect(source("name: sqs\nevent: {}")).toMatch(/event와 source와 steps 가운데 하나만 적으세요\./);
});

test("names that nothing stands for are told with the file to add them to", () => {
  const mdx = `${CHAPTER}/chapter.mdx`;
  expect(
    found([mdx, 'name="handler"', 'name="handle"'], [mdx, "timeout-default", "timeout"], [mdx, 'Lab name="say-hello"', 'Lab name="hello"']),
  ).toEqual([
    `${mdx}: 실습 say-hello 자리가 본문에 없습니다. 놓을 곳에 <Lab name="say-hello" />을 쓰세요.`,
    `${mdx} 10행: <Term name="handle">이 가리키는 것이 없습니다. content/glossary.yaml에 더하거나 이름을 고치세요.`,
    `${mdx} 10행: <Fact name="timeout">이 가리키는 것이 없습니다. content/facts.yaml에 더하거나 이름을 고치세요.`,
    `${mdx} 12행: <Lab name="hello">이 가리키는 것이 없습니다. labs/ 폴더에 있는 이름을 쓰세요.`,
  ]);
});

test("a fact that a quiz quotes and that is not there is told", () => {
  expect(found([`${CHAPTER}/quiz.yaml`, "맞았습니다. JSON으로", "맞았습니다. {fact:json} JSON으로"])).toEqual([
    expect.stringMatching(/quiz\.yaml 11행: \{fact:json\}이 가리키는 것이 없습니다/),
  ]);
});

test("links, pictures and alternative texts that are missing are told", () => {
  const text =
    '[뒤](#없는-제목) [옆](../09-none#a) ![](./a.svg) [위](#이름을-부르기) [밖](https://example.com) <img src="./b.svg" />\n\n## 이름을 부르기';
  expect(found([`${CHAPTER}/chapter.mdx`, "## 이름을 부르기", text])).toEqual([
    expect.stringMatching(/chapter\.mdx 14행: 없는 제목입니다: #없는-제목/),
    expect.stringMatching(/chapter\.mdx 14행: 없는 장입니다: 09-none/),
    expect.stringMatching(/chapter\.mdx 14행: 그림에 대체 글이 없습니다/),
    `${CHAPTER}/chapter.mdx 14행: 없는 파일입니다: ${CHAPTER}/a.svg. 경로를 고치거나 파일을 두세요.`,
    expect.stringMatching(/chapter\.mdx 14행: 그림에 대체 글이 없습니다\. alt에/),
    expect.stringMatching(/chapter\.mdx 14행: 없는 파일입니다: .*b\.svg/),
  ]);
});

test("a figure or a term inside a link is told, as two links in one are one too many", () => {
  const text = '[<Fact name="timeout-default" />까지](https://example.com) 기다립니다.\n\n## 이름을 부르기';
  expect(found([`${CHAPTER}/chapter.mdx`, "## 이름을 부르기", text])).toEqual([
    expect.stringMatching(/chapter\.mdx 14행: 링크의 글 안에 <Fact>나 <Term>이 있습니다/),
  ]);
});

test("a table whose first column has no name is told", () => {
  expect(found([`${CHAPTER}/chapter.mdx`, "## 이름을 부르기", "| | 값 |\n|---|---|\n| 이름 | 1 |\n\n## 이름을 부르기"])).toEqual([
    expect.stringMatching(/chapter\.mdx 14행: 표의 첫 칸에 제목이 없습니다/),
  ]);
});

test("a wrong word is told in prose, in YAML and in the comments of code, and not in code", () => {
  const wrong = "메세지를 대기열에 넣습니다.";
  expect(
    found(
      [`${CHAPTER}/chapter.mdx`, "본문에서 배운", `${wrong} \`메세지\` 본문에서 배운`],
      [EXERCISE, "이벤트의 `name` 값을", `${wrong} 이벤트의 \`name\` 값을`],
      [SOLUTION, "export const", `// ${wrong}\nexport const`],
    ).filter((problem) => problem.includes("대신")),
  ).toEqual([
    `${CHAPTER}/chapter.mdx 16행: ‘대기열’ 대신: 큐`,
    `${CHAPTER}/chapter.mdx 16행: ‘메세지’ 대신: 메시지`,
    `${EXERCISE} 4행: ‘대기열’ 대신: 큐`,
    `${EXERCISE} 4행: ‘메세지’ 대신: 메시지`,
    `${SOLUTION} 1행: ‘대기열’ 대신: 큐`,
    `${SOLUTION} 1행: ‘메세지’ 대신: 메시지`,
  ]);
});

test("the site's own texts are checked too: TypeScript, JSX and Astro", () => {
  const root = project();
  write(root, "src/lab/says.ts", "// 메세지\nexport const says = (n: number): string => `에러가 ${n}번 났습니다.`;\n");
  write(root, "src/lab/Says.tsx", 'export const Says = () => (\n  <p title="메소드">\n    유저\n  </p>\n);\n');
  write(
    root,
    "src/pages/index.astro",
    '---\nconst title = "쓰레드";\n---\n<h1 class="a">{title}</h1>\n<p aria-label="디렉토리">컨텐츠</p>\n',
  );
  expect(checkContent(root, runtime).problems.map(problemText)).toEqual([
    "src/lab/Says.tsx 2행: ‘메소드’ 대신: 메서드",
    "src/lab/Says.tsx 3행: ‘유저’ 대신: 사용자",
    "src/lab/says.ts 2행: ‘에러’ 대신: 오류",
    "src/pages/index.astro 2행: ‘쓰레드’ 대신: 스레드",
    "src/pages/index.astro 5행: ‘디렉토리’ 대신: 디렉터리",
    "src/pages/index.astro 5행: ‘컨텐츠’ 대신: 콘텐츠",
  ]);
});

test("what a merge left behind is told", () => {
  const marker = "<".repeat(7);
  expect(found([`${CHAPTER}/chapter.mdx`, "## 이름을 부르기", `${marker} HEAD\n## 이름을 부르기`])).toContainEqual(
    expect.stringMatching(/chapter\.mdx 14행: 병합하다 남은 표시가 있습니다/),
  );
});

test.each([
  ["title: 이름을", "\ttitle: 이름을", /탭으로 들여썼습니다/],
  ["title: 이름을", "title: `이름`을", /백틱이나 @, %로 시작하는 글은 따옴표로 감싸세요/],
  ["title: 이름을 불러 인사하기", "title: 이름: 불러 인사하기", /글 안에 콜론이 있으면 글을 따옴표로 감싸세요/],
  ["title: 이름을 불러 인사하기", 'title: "이름을 불러 인사하기', /따옴표나 괄호가 닫히지 않았습니다/],
  ["title: 이름을 불러 인사하기", "title: 하나\ntitle: 둘", /같은 키가 두 번 나옵니다/],
  ["title: 이름을 불러 인사하기", "title: 2026-11-22", /날짜는 따옴표로 감싸세요: '2026-11-22'/],
])("YAML with %s → %j is told in an author's words", (from, to, sentence) => {
  expect(found([EXERCISE, from, to])[0]).toMatch(sentence);
});

test("an exercise without its files is told which", () => {
  const root = project();
  rmSync(join(root, CHAPTER, "exercises/greet-by-name/solution"), { recursive: true });
  mkdirSync(join(root, CHAPTER, "exercises/empty"));
  expect(checkContent(root, runtime).problems.map(problemText)).toEqual(
    expect.arrayContaining([
      `${CHAPTER}/exercises/empty/exercise.yaml: 파일이 없습니다. content/_template의 연습에서 복사해 고치세요.`,
      `${CHAPTER}/exercises/greet-by-name/solution/: 폴더가 없거나 비어 있습니다. 처음 코드는 starter/에, 풀이는 solution/에 두세요.`,
    ]),
  );
});

test("a fact without its source is told", () => {
  const withSource = /(?<=^billing-granularity:\n(?: {2}.*\n)*?) {2}source: .*\n/m;
  expect(found(["content/facts.yaml", withSource, ""])).toContainEqual(expect.stringMatching(/facts\.yaml \d+행, billing-granularity/));
});
