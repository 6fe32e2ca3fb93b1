/**
 * What an EventBridge rule with a schedule sends. Shape: AWS's page "Scheduled events" of the EventBridge user guide, and events
 * recorded from AWS in May 2024. Times are whole seconds.
 */
import { isoTime } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import { type EventSource, type Field, FieldError, fieldReader } from "./source.ts";

export interface ScheduledEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": "Scheduled Event";
  readonly source: "aws.events";
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, never>>;
}

const FIELDS: readonly Field[] = [{ name: "rule", label: "규칙 이름", kind: "text", default: "every-morning" }];

export const schedule: EventSource<ScheduledEvent> = {
  name: "schedule",
  label: "EventBridge 스케줄",
  fields: FIELDS,
  build(values, { at, random, region, accountId }) {
    const rule = ruleName(fieldReader(FIELDS, values).text("rule"));
    return {
      version: "0",
      id: uuid(random),
      "detail-type": "Scheduled Event",
      source: "aws.events",
      account: accountId,
      time: `${isoTime(at).slice(0, 19)}Z`,
      region,
      resources: [`arn:aws:events:${region}:${accountId}:rule/${rule}`],
      detail: {},
    };
  },
};

/** The EventBridge API's PutRule: 1 to 64 of `.`, `-`, `_`, letters and digits. */
function ruleName(name: string): string {
  if (/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) return name;
  throw new FieldError("rule", `‘rule’ 필드: 규칙 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~64자입니다. 받은 값: ${name}`);
}
