import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guideOutline, numberOf, outlineOf, termsOf } from "./guide-outline.ts";

test("Headings and code are in the outline at their lines; sentences and tables are not.", () => {
  const guide = ["큰 제목", "함수는 이벤트를 받는다.", "| 이름 | 뜻 |", "awsRequestId |", "", "sam deploy --guided", "}"].join("\n");
  expect(outlineOf(guide)).toEqual([
    [1, numberOf("큰 제목")],
    [6, numberOf("sam deploy --guided"), numberOf("sam deploy"), numberOf("--guided")],
    [7, numberOf("}")],
  ]);
});

test.each([
  ["aws lambda create-alias \\", ["aws lambda create-alias"]],
  ["--name prod \\", ["--name"]],
  ["import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';", ["@aws-sdk/client-s3", "S3Client", "GetObjectCommand"]],
  ["Type: AWS::Serverless::Function", ["Type", "AWS::Serverless::Function"]],
  ["MyFunction:", []],
  ["const left = context.getRemainingTimeInMillis();", ["context.getRemainingTimeInMillis"]],
  ["├── API Gateway → Lambda", ["API Gateway"]],
  ["// S3 이벤트 처리", []],
  ["const myOwn = 1;", []],
])("%s has the names %j.", (line, names) => {
  expect(termsOf(line)).toEqual(names);
});

test("What is kept of the guide is numbers, and all of it.", () => {
  const outline = guideOutline();
  expect(outline.flat().every((each) => Number.isInteger(each))).toBe(true);
  expect(outline.length).toBeGreaterThan(800);
});

/** Whoever has the guide names it: GUIDE=guide.txt. */
const GUIDE = process.env.GUIDE ?? "";

test.runIf(existsSync(GUIDE))("The outline is the guide's.", () => {
  expect(guideOutline()).toEqual(outlineOf(readFileSync(GUIDE, "utf8")));
});
