import { expect, test } from "vitest";
import { encodedKey, s3 } from "../../../sandbox/events/s3.ts";
import { eventContext } from "./context.ts";

test("a key is UTF-8 in percent-encoding, a space is +, a slash stays and a plus is %2B", () => {
  expect(encodedKey("사진/여름 휴가+1.jpg")).toBe("%EC%82%AC%EC%A7%84/%EC%97%AC%EB%A6%84+%ED%9C%B4%EA%B0%80%2B1.jpg");
});

test("AWS's example: red flower.jpg becomes red+flower.jpg", () => {
  expect(encodedKey("red flower.jpg")).toBe("red+flower.jpg");
});

test("the recorded key a@b arrives as a%40b, and parentheses, equals signs and colons are encoded too", () => {
  expect(encodedKey("a@b")).toBe("a%40b");
  expect(encodedKey("dt=2018-05-04/사본 (1)~.txt")).toBe("dt%3D2018-05-04/%EC%82%AC%EB%B3%B8+%281%29%7E.txt");
  expect(encodedKey("10:47:07.log")).toBe("10%3A47%3A07.log");
});

test("decoding as AWS's samples do gives every key back", () => {
  for (const key of ["사진/여름 휴가+1.jpg", "100%.txt", "a b+c%20d", "emoji 🍊.png", "!*'();:@&=+$,?#[]~"]) {
    expect(decodeURIComponent(encodedKey(key).replaceAll("+", " "))).toBe(key);
  }
});

test("an upload has the message structure 2.1, in AWS's order of keys", () => {
  expect(JSON.stringify(s3.build({ bucket: "photos", key: "여름.jpg", size: "11" }, eventContext()), null, 2)).toMatchInlineSnapshot(`
    "{
      "Records": [
        {
          "eventVersion": "2.1",
          "eventSource": "aws:s3",
          "awsRegion": "ap-northeast-2",
          "eventTime": "2026-11-22T07:00:00.214Z",
          "eventName": "ObjectCreated:Put",
          "userIdentity": {
            "principalId": "AWS:AIDAHBKNNVSEHYYN4HG2Z"
          },
          "requestParameters": {
            "sourceIPAddress": "203.0.113.10"
          },
          "responseElements": {
            "x-amz-request-id": "4VCYBGRCLP5SH5X7",
            "x-amz-id-2": "Yyb4DIt1qe967syywDxPOodz//yzzNthzPSNpMm8mjHjXCTo81hZTbktTxRXHcWY5AoNujSlXxY="
          },
          "s3": {
            "s3SchemaVersion": "1.0",
            "configurationId": "31198739-7442-465c-ba5c-5e9daf235680",
            "bucket": {
              "name": "photos",
              "ownerIdentity": {
                "principalId": "AGQU52ZGGGVJY3"
              },
              "arn": "arn:aws:s3:::photos"
            },
            "object": {
              "key": "%EC%97%AC%EB%A6%84.jpg",
              "size": 11,
              "eTag": "fc17fa3c3f72179af7b80399a0f47413",
              "sequencer": "006B0292F0904CCB19"
            }
          }
        }
      ]
    }"
  `);
});

test("a removed object has neither size nor eTag", () => {
  const event = s3.build({ eventName: "ObjectRemoved:Delete" }, eventContext());
  expect(Object.keys(event.Records[0]?.s3.object ?? {})).toEqual(["key", "sequencer"]);
});

test("a later event's sequencer is the greater one", () => {
  const sequencer = (at: number) => s3.build({}, { ...eventContext(), at }).Records[0]?.s3.object.sequencer ?? "";
  expect(sequencer(1_763_800_001_000) > sequencer(1_763_800_000_000)).toBe(true);
});

test("what can be no bucket, key, size or event name is refused in a sentence", () => {
  const message = (fields: Record<string, string>) => () => s3.build(fields, eventContext());
  expect(message({ bucket: "My Photos" })).toThrow(
    "‘bucket’ 필드: 버킷 이름은 소문자, 숫자, 점, 붙임표로 된 3~63자입니다. 받은 값: My Photos",
  );
  expect(message({ key: "" })).toThrow("‘key’ 필드: 객체 키는 UTF-8로 1~1,024바이트입니다.");
  expect(message({ key: "가".repeat(342) })).toThrow("1~1,024바이트");
  expect(message({ size: "-1" })).toThrow("‘size’ 필드: 0부터 50,000,000,000,000까지의 정수여야 합니다. 받은 값: -1");
  expect(message({ eventName: "s3:ObjectCreated:Put" })).toThrow("‘eventName’ 필드: 다음 가운데 하나여야 합니다: ObjectCreated:Put");
  expect(message({ color: "red" })).toThrow("‘color’ 필드는 없습니다. 쓸 수 있는 필드: bucket, key, size, eventName");
});
