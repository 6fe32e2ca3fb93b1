/**
 * What a CloudWatch alarm hands to a function that is its action. Shape: an event recorded from AWS in January 2024 and AWS's
 * example (AmazonCloudWatch monitoring guide, "Invoke a Lambda function from an alarm"), whose `reasonData` is JSON in a text.
 * Times have milliseconds and +0000.
 */
import { type Instant, isoTime } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import { jsonTexts, refused, textMatching } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface CloudWatchAlarmEvent {
  readonly source: "aws.cloudwatch";
  readonly alarmArn: string;
  readonly accountId: string;
  /** `2026-11-22T07:00:00.214+0000` */
  readonly time: string;
  readonly region: string;
  readonly alarmData: {
    readonly alarmName: string;
    readonly state: AlarmState;
    readonly previousState: AlarmState;
    readonly configuration: {
      readonly description?: string;
      readonly metrics: readonly {
        readonly id: string;
        readonly metricStat: {
          readonly metric: { readonly namespace: string; readonly name: string; readonly dimensions: Readonly<Record<string, string>> };
          readonly period: number;
          readonly stat: string;
        };
        readonly returnData: true;
      }[];
    };
  };
}

export interface AlarmState {
  readonly value: StateValue;
  readonly reason: string;
  readonly reasonData?: string;
  readonly timestamp: string;
}

const STATES = ["ALARM", "OK", "INSUFFICIENT_DATA"] as const;
export type StateValue = (typeof STATES)[number];

const FIELDS: readonly Field[] = [
  { name: "alarm", label: "경보 이름", kind: "text", default: "orders-errors" },
  { name: "state", label: "지금 상태", kind: "select", default: "ALARM", options: STATES },
  { name: "previous", label: "이전 상태", kind: "select", default: "OK", options: STATES },
  { name: "namespace", label: "네임스페이스", kind: "text", default: "AWS/Lambda" },
  { name: "metric", label: "지표", kind: "text", default: "Errors" },
  { name: "dimensions", label: "차원(JSON 객체)", kind: "json", default: '{"FunctionName":"orders"}' },
  { name: "stat", label: "통계", kind: "text", default: "Sum" },
  { name: "period", label: "기간(초)", kind: "number", default: "60", least: 10, most: 86_400 },
  { name: "value", label: "지표의 값", kind: "number", default: "5", least: 0, most: 1_000_000_000 },
  { name: "threshold", label: "임계값", kind: "number", default: "1", least: 0, most: 1_000_000_000 },
  { name: "description", label: "설명", kind: "text", default: "" },
];

export const cloudwatchAlarm: EventSource<CloudWatchAlarmEvent> = {
  name: "cloudwatch-alarm",
  label: "CloudWatch 경보",
  fields: FIELDS,
  build(values, context) {
    return event(context, fieldReader(FIELDS, values));
  },
};

function event(context: EventContext, read: FieldReader): CloudWatchAlarmEvent {
  const { at, random, region, accountId } = context;
  // CloudWatch API, PutMetricAlarm.
  const alarmName = textMatching(read, "alarm", /^.{1,255}$/s, "경보 이름은 1~255자입니다.");
  const description = read.text("description");
  return {
    source: "aws.cloudwatch",
    alarmArn: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${alarmName}`,
    accountId,
    time: alarmTime(at),
    region,
    alarmData: {
      alarmName,
      state: stateNow(read, at),
      previousState: stateBefore(read, at - read.number("period") * 5000),
      configuration: {
        ...(description !== "" && { description }),
        metrics: [metric(read, uuid(random.fork(`metric ${alarmName}`)))],
      },
    },
  };
}

function metric(read: FieldReader, id: string): CloudWatchAlarmEvent["alarmData"]["configuration"]["metrics"][number] {
  return {
    id,
    metricStat: {
      metric: {
        namespace: textMatching(read, "namespace", /^[^:].{0,254}$/s, "네임스페이스는 콜론으로 시작하지 않는 1~255자입니다."),
        name: textMatching(read, "metric", /^.{1,255}$/s, "지표 이름은 1~255자입니다."),
        dimensions: jsonTexts(read, "dimensions"),
      },
      period: read.number("period"),
      stat: read.text("stat"),
    },
    returnData: true,
  };
}

function stateNow(read: FieldReader, at: Instant): AlarmState {
  const value = stateValue(read, "state");
  if (value === "INSUFFICIENT_DATA") {
    return { value, reason: "Insufficient Data: 1 datapoint was unknown.", timestamp: alarmTime(at) };
  }
  const [measured, threshold] = [read.number("value"), read.number("threshold")];
  if ((value === "ALARM") !== measured >= threshold) {
    const numbers = `지표의 값 ${decimal(measured)}, 임계값 ${decimal(threshold)}`;
    throw refused("value", `${numbers}: 값이 임계값보다 크거나 같을 때 ALARM, 작을 때 OK입니다.`);
  }
  return crossed(read, value, measured, at);
}

/** An alarm that had no data yet is, as recorded, one that CloudWatch has just made. */
function stateBefore(read: FieldReader, at: Instant): AlarmState {
  const value = stateValue(read, "previous");
  if (value === "INSUFFICIENT_DATA") return { value, reason: "Unchecked: Initial alarm creation", timestamp: alarmTime(at) };
  return crossed(read, value, value === "ALARM" ? read.number("threshold") : 0, at);
}

/** CloudWatch's own sentences, for GreaterThanOrEqualToThreshold and one datapoint out of one. */
function crossed(read: FieldReader, value: "ALARM" | "OK", measured: number, at: Instant): AlarmState {
  const period = read.number("period") * 1000;
  const start = Math.floor(at / period) * period - period;
  const threshold = decimal(read.number("threshold"));
  const relation = value === "ALARM" ? "greater than or equal to" : "not greater than or equal to";
  const transition = value === "ALARM" ? "OK -> ALARM" : "ALARM -> OK";
  return {
    value,
    reason:
      `Threshold Crossed: 1 out of the last 1 datapoints [${decimal(measured)} (${shortTime(start)})] was ${relation} the threshold ` +
      `(${threshold}) (minimum 1 datapoint for ${transition} transition).`,
    reasonData: reasonData(read, measured, at, start),
    timestamp: alarmTime(at),
  };
}

/** Java's decimals, `1.0`, which JSON.stringify would not keep. Every sample counts one, or there is one of zero. */
function reasonData(read: FieldReader, measured: number, at: Instant, start: Instant): string {
  const samples = decimal(Math.max(1, measured));
  const datapoint = `{"timestamp":"${alarmTime(start)}","sampleCount":${samples},"value":${decimal(measured)}}`;
  return (
    `{"version":"1.0","queryDate":"${alarmTime(at)}","startDate":"${alarmTime(start)}","statistic":${JSON.stringify(read.text("stat"))},` +
    `"period":${read.text("period")},"recentDatapoints":[${decimal(measured)}],"threshold":${decimal(read.number("threshold"))},` +
    `"evaluatedDatapoints":[${datapoint}]}`
  );
}

const stateValue = (read: FieldReader, field: string): StateValue => STATES.find((each) => each === read.text(field)) ?? "ALARM";

const decimal = (value: number) => value.toFixed(1);

/** `2026-11-22T07:00:00.214+0000` */
const alarmTime = (at: Instant) => isoTime(at).replace("Z", "+0000");

/** `22/11/26 06:59:00` */
function shortTime(at: Instant): string {
  const [year, month, day] = isoTime(at).slice(2, 10).split("-");
  return `${day}/${month}/${year} ${isoTime(at).slice(11, 19)}`;
}
