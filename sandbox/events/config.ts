/**
 * What AWS Config hands to the function of a custom rule: config dg, "Example Events for AWS Config Rules". What happened is JSON
 * in a text, `invokingEvent`; so are the rule's parameters.
 */
import { isoTime } from "../time/instant.ts";
import { hexDigits } from "../time/random.ts";
import { jsonObject, textMatching } from "./field-values.ts";
import { base64Id, lowerCaseId } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface ConfigEvent {
  readonly invokingEvent: string;
  readonly ruleParameters: string;
  readonly resultToken: string;
  readonly eventLeftScope: boolean;
  readonly executionRoleArn: string;
  readonly configRuleArn: string;
  readonly configRuleName: string;
  readonly configRuleId: string;
  readonly accountId: string;
  readonly version: "1.0";
}

const CHANGE = "ConfigurationItemChangeNotification";
const OVERSIZED = "OversizedConfigurationItemChangeNotification";
const SCHEDULED = "ScheduledNotification";

const FIELDS: readonly Field[] = [
  { name: "messageType", label: "알림", kind: "select", default: CHANGE, options: [CHANGE, OVERSIZED, SCHEDULED] },
  { name: "rule", label: "규칙 이름", kind: "text", default: "bucket-is-versioned" },
  { name: "ruleParameters", label: "규칙의 파라미터(JSON 객체)", kind: "json", default: '{"status":"Enabled"}' },
  { name: "resourceType", label: "리소스 유형", kind: "text", default: "AWS::S3::Bucket" },
  { name: "resourceId", label: "리소스 ID", kind: "text", default: "my-photos" },
  { name: "configuration", label: "리소스의 설정(JSON 객체)", kind: "json", default: '{"name":"my-photos"}' },
  { name: "eventLeftScope", label: "규칙의 범위를 벗어남", kind: "select", default: "false", options: ["false", "true"] },
];

export const config: EventSource<ConfigEvent> = {
  name: "config",
  label: "AWS Config 규칙",
  fields: FIELDS,
  build(values, context) {
    return event(context, fieldReader(FIELDS, values));
  },
};

function event(context: EventContext, read: FieldReader): ConfigEvent {
  const { random, region, accountId } = context;
  const configRuleId = `config-rule-${lowerCaseId(random.fork("rule"), 6)}`;
  return {
    invokingEvent: JSON.stringify(invokingEvent(context, read)),
    ruleParameters: JSON.stringify(jsonObject(read, "ruleParameters")),
    resultToken: base64Id(random, 180),
    eventLeftScope: read.text("eventLeftScope") === "true",
    executionRoleArn: `arn:aws:iam::${accountId}:role/config-role`,
    configRuleArn: `arn:aws:config:${region}:${accountId}:config-rule/${configRuleId}`,
    configRuleName: textMatching(read, "rule", /^[^\s]{1,128}$/, "규칙 이름은 빈칸 없는 1~128자입니다."),
    configRuleId,
    accountId,
    version: "1.0",
  };
}

function invokingEvent(context: EventContext, read: FieldReader): Readonly<Record<string, unknown>> {
  const messageType = read.text("messageType");
  const notificationCreationTime = isoTime(context.at);
  switch (messageType) {
    case SCHEDULED:
      return { awsAccountId: context.accountId, notificationCreationTime, messageType, recordVersion: "1.0" };
    case OVERSIZED:
      return {
        configurationItemSummary: { changeType: "UPDATE", ...item(context, read) },
        messageType,
        notificationCreationTime,
        recordVersion: "1.0",
      };
    default:
      return {
        configurationItemDiff: null,
        configurationItem: {
          ...item(context, read),
          tags: {},
          relatedEvents: [],
          relationships: [],
          configuration: jsonObject(read, "configuration"),
          supplementaryConfiguration: {},
        },
        notificationCreationTime,
        messageType,
        recordVersion: "1.3",
      };
  }
}

function item({ at, random, region, accountId }: EventContext, read: FieldReader): Readonly<Record<string, unknown>> {
  const resourceType = textMatching(read, "resourceType", /^AWS::\w+::\w+$/, "AWS::S3::Bucket 꼴이어야 합니다.");
  const resourceId = read.text("resourceId");
  const isBucket = resourceType === "AWS::S3::Bucket";
  const service = resourceType.split("::")[1]?.toLowerCase();
  return {
    configurationItemVersion: "1.3",
    configurationItemCaptureTime: isoTime(at - 2000),
    configurationStateId: Math.floor(at) - 2000,
    awsAccountId: accountId,
    configurationItemStatus: "OK",
    resourceType,
    resourceId,
    resourceName: resourceId,
    ARN: isBucket ? `arn:aws:s3:::${resourceId}` : `arn:aws:${service}:${region}:${accountId}:${resourceId}`,
    awsRegion: region,
    availabilityZone: "Regional",
    configurationStateMd5Hash: hexDigits(random, 32),
    resourceCreationTime: "2026-01-15T09:00:00.000Z",
  };
}
