/** A notification as SNS tells it: to a function in one way, to a queue in another. */
import { type Instant, isoTime } from "../time/instant.ts";
import type { SQSMessageAttributes } from "./message-attributes.ts";

export interface SNSRecord {
  readonly EventSource: "aws:sns";
  readonly EventVersion: "1.0";
  readonly EventSubscriptionArn: string;
  readonly Sns: {
    readonly Type: "Notification";
    readonly MessageId: string;
    readonly TopicArn: string;
    readonly Subject: string | null;
    readonly Message: string;
    readonly Timestamp: string;
    readonly SignatureVersion: "1";
    readonly Signature: string;
    readonly SigningCertUrl: string;
    readonly UnsubscribeUrl: string;
    readonly MessageAttributes: Readonly<Record<string, SNSMessageAttribute>>;
  };
}

/** Binary values are Base64. */
export interface SNSMessageAttribute {
  readonly Type: string;
  readonly Value: string;
}

export interface NotificationTold {
  readonly at: Instant;
  readonly region: string;
  readonly topicArn: string;
  readonly subscriptionArn: string;
  readonly messageId: string;
  readonly subject: string | null;
  readonly message: string;
  readonly attributes: SQSMessageAttributes;
  /** Base64. */
  readonly signature: string;
  /** Of the signing certificate: 32 hex digits. */
  readonly certificate: string;
}

export function snsRecord(told: NotificationTold): SNSRecord {
  return {
    EventSource: "aws:sns",
    EventVersion: "1.0",
    EventSubscriptionArn: told.subscriptionArn,
    Sns: {
      Type: "Notification",
      MessageId: told.messageId,
      TopicArn: told.topicArn,
      Subject: told.subject,
      Message: told.message,
      Timestamp: isoTime(told.at),
      SignatureVersion: "1",
      Signature: told.signature,
      SigningCertUrl: certificateUrl(told),
      UnsubscribeUrl: unsubscribeUrl(told),
      MessageAttributes: attributesOf(told),
    },
  };
}

/** What a queue without raw delivery gets: JSON as SNS sets it, and other names for the two addresses (SNS guide, "Fanout to Amazon SQS queues"). */
export function snsEnvelope(told: NotificationTold): string {
  const attributes = Object.entries(attributesOf(told));
  const members: readonly (readonly [string, string])[] = [
    ["Type", "Notification"],
    ["MessageId", told.messageId],
    ["TopicArn", told.topicArn],
    ...(told.subject === null ? [] : [["Subject", told.subject] as const]),
    ["Message", told.message],
    ["Timestamp", isoTime(told.at)],
    ["SignatureVersion", "1"],
    ["Signature", told.signature],
    ["SigningCertURL", certificateUrl(told)],
    ["UnsubscribeURL", unsubscribeUrl(told)],
  ];
  const lines = members.map(([name, value]) => `  "${name}" : ${JSON.stringify(value)}`);
  const inner = attributes.map(([name, value]) => `    ${JSON.stringify(name)} : ${JSON.stringify(value)}`);
  if (inner.length > 0) lines.push(`  "MessageAttributes" : {\n${inner.join(",\n")}\n  }`);
  return `{\n${lines.join(",\n")}\n}`;
}

const host = (region: string) => `https://sns.${region}.amazonaws.com`;
const certificateUrl = ({ region, certificate }: NotificationTold) => `${host(region)}/SimpleNotificationService-${certificate}.pem`;
const unsubscribeUrl = ({ region, subscriptionArn }: NotificationTold) =>
  `${host(region)}/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`;

function attributesOf({ attributes }: NotificationTold): Record<string, SNSMessageAttribute> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { dataType, stringValue, binaryValue }]) => [
      name,
      { Type: dataType, Value: stringValue ?? binaryValue ?? "" },
    ]),
  );
}
