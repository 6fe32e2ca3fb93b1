import { expect, test } from "vitest";
import { problemText } from "../problem.ts";
import { type CodeBlock, fencesIn } from "./block.ts";
import { checkCode, reportOn } from "./check-code.ts";
import { quizCodes } from "./quiz-code.ts";
import { hasShell } from "./syntax-check.ts";

const ROOT = new URL("../../..", import.meta.url).pathname;
const FILE = "content/chapters/01-hello/chapter.mdx";

/** A chapter whose only code is one fence, its first line the second of the file. */
function found(meta: string, code: string): readonly string[] {
  return reportOn(fencesIn(FILE, `\`\`\`${meta}\n${code}\n\`\`\`\n`, "content/chapters/01-hello")).problems.map(problemText);
}

const template = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Shop:
    Type: AWS::Serverless::Function
    Properties:
${properties.replaceAll(/^/gm, "      ")}`;

const WORKING = `Runtime: nodejs24.x
Handler: index.handler
CodeUri: src/`;

test("the code of the book has no errors, and there is code of every kind", () => {
  const { problems, checked, commands } = checkCode(ROOT);
  expect(problems.map(problemText)).toEqual([]);
  expect(checked.map(([kind]) => kind)).toEqual(
    expect.arrayContaining([
      "JavaScript",
      "TypeScript",
      "템플릿",
      "셸",
      "Python",
      "Java",
      "Go",
      "C#",
      "Ruby",
      "Rust",
      "JSON",
      "Dockerfile",
    ]),
  );
  expect(commands).toBeGreaterThan(70);
}, 120_000);

test("an option that a command does not have is told with the nearest that it has", () => {
  expect(found("sh", "aws lambda get-function-concurrency \\\n  --function-nmae hold-seat")).toEqual([
    `${FILE} 2행: aws lambda get-function-concurrency 명령에 꼭 있어야 하는 옵션이 빠졌습니다: --function-name. 더하세요.`,
    `${FILE} 3행: aws lambda get-function-concurrency 명령에 --function-nmae 옵션이 없습니다. 가까운 것: function-name. 이름을 고치세요.`,
  ]);
});

test("a command that needs a role is not complete without it", () => {
  const command = "aws lambda create-function --function-name a --runtime nodejs24.x --handler index.handler --zip-file fileb://a.zip";
  expect(found("sh", command)).toEqual([
    `${FILE} 2행: aws lambda create-function 명령에 꼭 있어야 하는 옵션이 빠졌습니다: --role. 더하세요.`,
  ]);
  expect(found("sh", `${command} --role arn:aws:iam::123456789012:role/a`)).toEqual([]);
});

test.each([
  ["an operation", "aws lambda list-function", "aws lambda에 list-function 명령이 없습니다. 가까운 것: list-functions. 이름을 고치세요."],
  [
    "a value of an option",
    "aws lambda create-function-url-config --function-name a --auth-type PUBLIC",
    "--auth-type 옵션에 없는 값입니다: PUBLIC. 이름을 고치세요.",
  ],
  [
    "a key in JSON",
    `aws lambda update-function-url-config --function-name a --cors '{"AllowOrigin":["*"]}'`,
    "--cors 옵션의 값이 잘못됐습니다. 없는 키입니다: AllowOrigin. 있는 것: AllowCredentials, AllowHeaders, AllowMethods, AllowOrigins, ExposeHeaders, MaxAge.",
  ],
  [
    "a key in the CLI's shorthand",
    "aws lambda update-function-configuration --function-name a --ephemeral-storage Sizes=1024",
    "--ephemeral-storage 옵션의 값이 잘못됐습니다. 없는 키입니다: Sizes. 있는 것: Size.",
  ],
  ["a waiter", "aws lambda wait function-ready --function-name a", "없는 waiter입니다: function-ready."],
  ["a JMESPath", 'aws lambda list-functions --query "Functions[.Arn"', "--query 옵션의 값이 JMESPath가 아닙니다:"],
  ["an option of sam", "sam deploy --guide", "sam deploy 명령에 --guide 옵션이 없습니다. 가까운 것: guided. 이름을 고치세요."],
  ["a value of a global option", "aws lambda list-functions --output xml", "--output 옵션에 없는 값입니다: xml."],
])("%s that does not exist is told", (_what, command, says) => {
  expect(found("sh", command).join("\n")).toContain(says);
});

test("commands inside $(…), behind a pipe and after && are read", () => {
  expect(found("sh", "id=$(aws sts get-caller --output text)\necho a | aws ecr get-login\ncd a && aws sqs list-queue")).toMatchObject([
    expect.stringContaining("get-caller 명령이 없습니다"),
    expect.stringContaining("get-login 명령이 없습니다"),
    expect.stringContaining("list-queue 명령이 없습니다"),
  ]);
});

test("a sentence may name a command without what it needs, but not one that does not exist", () => {
  const mention = (text: string): CodeBlock => {
    const [block] = fencesIn(FILE, `\`\`\`sh\n${text}\n\`\`\`\n`, "content/chapters/01-hello");
    if (block === undefined) throw new Error("no fence");
    return { ...block, extent: "mention" };
  };
  expect(reportOn([mention("aws lambda update-function-code --image-uri")]).problems).toEqual([]);
  expect(reportOn([mention("aws lambda update-code")]).problems).toHaveLength(1);
});

test("a shell script that does not parse is told with sh's own words", () => {
  expect(found("sh", "if true; then\n  echo a").join("\n")).toMatch(hasShell ? /chapter\.mdx \d+행: sh -n 명령이 거절합니다: / : /^$/);
});

test("a property that a resource does not have is told with those that it has", () => {
  const [problem = "", ...rest] = found("yaml", template(`${WORKING}\nMemory: 512`));
  expect(rest).toEqual([]);
  expect(problem).toContain(`${FILE} 10행: Shop(AWS::Serverless::Function)에 Memory 속성이 없습니다. 있는 것: Architectures,`);
});

test.each([
  ["a runtime that Lambda does not have", template(WORKING.replace("24", "25")), "Runtime에 없는 값입니다: nodejs25.x."],
  ["a memory that is no number", template(`${WORKING}\nMemorySize: 많이`), "MemorySize에는 수를 적어야 합니다: 많이"],
  [
    "a resource type of nobody's",
    template(WORKING).replace("Serverless::Function", "Serverless::Funktion"),
    "AWS에 없는 리소스 형식입니다",
  ],
  ["a name that leads nowhere", template(`${WORKING}\nRole: !GetAtt Nobody.Arn`), "템플릿에 없는 이름을 가리킵니다: Nobody."],
  [
    "an attribute that is not there",
    template(`${WORKING}\nDescription: !GetAtt Shop.Url`),
    "Shop(AWS::Serverless::Function)에 Url 값이 없습니다.",
  ],
  ["a name inside !Sub", template(`${WORKING}\nDescription: !Sub "a \${Nobody}"`), "템플릿에 없는 이름을 가리킵니다: Nobody."],
  ["SAM without its transform", template(WORKING).replace(/^.*\n/, ""), "Transform: AWS::Serverless-2016-10-31 줄이 없습니다."],
  [
    "an event without its queue",
    template(`${WORKING}\nEvents:\n  A:\n    Type: SQS\n    Properties: { BatchSize: 10 }`),
    "A(SQS)에 꼭 있어야 하는 속성이 빠졌습니다: Queue.",
  ],
  [
    "a property of an event that SAM does not know",
    template(`${WORKING}\nEvents:\n  A:\n    Type: ScheduleV2\n    Properties: { Schedule: rate(1 day), ScheduleExpression: rate(1 day) }`),
    "A(ScheduleV2)에 Schedule 속성이 없습니다.",
  ],
  ["a policy template without what it is for", template(`${WORKING}\nPolicies:\n  - DynamoDBReadPolicy: { Table: a }`), "Policies"],
  ["YAML that does not parse", "Resources:\n  - a\n b: c", "YAML로 읽지 못합니다."],
])("in a template %s is told", (_what, yaml, says) => {
  expect(found("yaml", yaml).join("\n")).toContain(says);
});

test("a template that is marked as a fragment may lack its head, and may use another template's names but no others", () => {
  const whole = template(WORKING);
  const fragment = (name: string) =>
    `Resources:\n  Again:\n    Type: AWS::SQS::QueuePolicy\n    Properties:\n      PolicyDocument: { Statement: [{ Effect: Allow, Action: "*" }] }\n      Queues: [!Ref ${name}]`;
  const fences = (name: string) => `\`\`\`yaml\n${whole}\n\`\`\`\n\`\`\`yaml fragment\n${fragment(name)}\n\`\`\`\n`;
  const problems = (name: string) => reportOn(fencesIn(FILE, fences(name), "content/chapters/01-hello")).problems.map(problemText);
  expect(problems("Shop")).toEqual([]);
  expect(problems("Nobody").join()).toContain("템플릿에 없는 이름을 가리킵니다: Nobody.");
});

test.each([
  ["js", "export const handler = async (event => event;", /TypeScript가 거절합니다\(TS\d+\): /],
  ["js", 'import { InvokeComand } from "@aws-sdk/client-lambda";', /TS2724.*InvokeComand/],
  ["js", 'import { S3Client } from "@aws-sdk/client-s3";\nnew S3Client({}).sned({});', /3행: .*TS2339.*sned/],
  ["ts", "export const handler = async (event: { item: string }) => event.itme;", /TS2339.*itme/],
  ["ts", "export const handler = async (event) => event.item;", /TS7006/],
  ["js", "export const handler = async () => bucket;", /TS2304.*bucket/],
  [
    "python",
    "def lambda_handler(event, context)\n    return event",
    /chapter\.mdx 2행: Python으로 읽으면 잘못입니다\. Ruff의 말: Expected `:`/,
  ],
  ["python", "def lambda_handler(event, context):\n    return evnt", /3행: .*Undefined name `evnt`/],
  ["python", "import boto3\nreturn boto3", /3행: .*`return` statement outside/],
  ["json", '{ "a": 1,\n  "b": }', /3행: JSON으로 읽지 못합니다/],
  ["java", "class A {\n    int b() { return 1 }\n}", /3행: Java 문법에 맞지 않습니다/],
  ["go", "package main\n\nfunc main() {\n\tfmt.Println(\n}", /Go 문법에 맞지 않습니다/],
  ["csharp", "class A\n{\n    int B() => ;\n}", /C# 문법에 맞지 않습니다/],
  ["ruby", "def a(x:)\n  x +\nend", /Ruby 문법에 맞지 않습니다/],
  ["rust", "fn main() {\n    let = 1;\n}", /3행: Rust 문법에 맞지 않습니다/],
  ["dockerfile", "FROM public.ecr.aws/lambda/nodejs:24\nCOPPY src/ ./", /3행: Dockerfile로 읽으면 잘못입니다: Unknown instruction: COPPY/],
  ["cobol", "DISPLAY 'A'.", /검사가 모르는 언어입니다: cobol\./],
])("mistake %# of these, in %s, is told with its line", (meta, code, says) => {
  expect(found(meta, code).join("\n")).toMatch(says);
});

test("a fragment of JavaScript may use what stands around it, and is still checked", () => {
  expect(found("js fragment", "const key = decodeURIComponent(record.s3.object.key);")).toEqual([]);
  expect(found("js fragment", "const key = decodeURIComponet(record.s3.object.key).toUperCase();")).toEqual([]);
  expect(found("js fragment", "const key = decodeURIComponent(record.key).toUperCase();").join()).toContain("toUperCase");
  expect(found("js fragment", '  "GET /orders": async () => {\n    return answer(200, {}).;\n  },').join()).toContain(`${FILE} 3행`);
});

test("a fence can be left out with a reason, which is listed", () => {
  const report = reportOn(
    fencesIn(FILE, '```cobol unchecked="문법을 아는 패키지가 없습니다"\nDISPLAY\n```\n', "content/chapters/01-hello"),
  );
  expect(report.problems).toEqual([]);
  expect(report.unchecked.map(({ unchecked }) => unchecked)).toEqual(["문법을 아는 패키지가 없습니다"]);
});

test("the code of a question is read in the language that it looks like", () => {
  const yaml = `questions:
  - code: |
      aws lambda invoke a.json
  - code: |
      Events:
        A: { Type: SQS }
  - code: |
      const { a } = await b(
        { c: 1 },
      );
`;
  expect(quizCodes(yaml).map(({ line, language }) => [line, language])).toEqual([
    [3, "sh"],
    [5, "yaml"],
    [8, "js"],
  ]);
});
