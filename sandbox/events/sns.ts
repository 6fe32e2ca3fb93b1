/**
 * What SNS hands to a subscribed function: always one record. Keys and order as delivered; recorded from AWS in August 2023:
 * a message without a subject has `"Subject": null`, and the two addresses are named …Url, not …URL as in SNS's HTTP deliveries.
 */
import { hexDigits, uuid } from "../time/random.ts";
import { refused, textMatching } from "./field-values.ts";
import { base64Id } from "./identifiers.ts";
import { messageAttributes } from "./message-attributes.ts";
import { type SNSRecord, snsRecord } from "./sns-record.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface SNSEvent {
  readonly Records: readonly SNSRecord[];
}

export type { SNSMessageAttribute, SNSRecord } from "./sns-record.ts";

const FIELDS: readonly Field[] = [
  { name: "topic", label: "주제 이름", kind: "text", default: "order-events" },
  { name: "subject", label: "제목", kind: "text", default: "" },
  { name: "message", label: "메시지", kind: "text", default: '{"orderId":"order-1","quantity":1}' },
  { name: "attributes", label: "메시지 속성(JSON 객체)", kind: "json", default: "{}" },
];

export const sns: EventSource<SNSEvent> = {
  name: "sns",
  label: "SNS 메시지",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    // SNS API, CreateTopic. A FIFO topic cannot have a function as its subscriber.
    const topic = textMatching(read, "topic", /^[A-Za-z0-9_-]{1,256}$/, "주제 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~256자입니다.");
    return { Records: [record(context, topic, read)] };
  },
};

function record({ at, random, region, accountId }: EventContext, topic: string, read: FieldReader): SNSRecord {
  const topicArn = `arn:aws:sns:${region}:${accountId}:${topic}`;
  return snsRecord({
    at,
    region,
    topicArn,
    subscriptionArn: `${topicArn}:${uuid(random.fork("subscription"))}`,
    messageId: uuid(random),
    subject: subject(read.text("subject")),
    message: message(read.text("message")),
    attributes: messageAttributes(read.json("attributes")),
    // Of 2,048 bits.
    signature: base64Id(random, 256),
    certificate: hexDigits(random.fork("certificate"), 32),
  });
}

/** SNS API, Publish: subjects are ASCII without line breaks and begin with a letter, a digit or a mark; less than 100 characters. */
function subject(text: string): string | null {
  if (text === "") return null;
  if (/^[!-~][ -~]{0,98}$/.test(text)) return text;
  throw refused("subject", "제목은 줄바꿈 없는 100자 미만의 ASCII 문자여야 합니다. 한글 제목은 SNS가 받지 않습니다.");
}

/** SNS API, Publish: 256 KiB of UTF-8, and never empty. */
function message(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes >= 1 && bytes <= 262_144) return text.toWellFormed();
  throw refused("message", "메시지는 UTF-8로 1~262,144바이트입니다.");
}
