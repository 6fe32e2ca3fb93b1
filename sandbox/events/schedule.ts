/**
 * What an EventBridge rule with a schedule sends. Shape: AWS's page "Scheduled events" of the EventBridge user guide, and events
 * recorded from AWS in May 2024. Times are whole seconds.
 */
import { type EventBridgeEvent, eventBridgeEvent } from "./event-bridge-envelope.ts";
import { type EventSource, type Field, FieldError, fieldReader } from "./source.ts";

export type ScheduledEvent = EventBridgeEvent<"Scheduled Event", Readonly<Record<string, never>>>;

const FIELDS: readonly Field[] = [{ name: "rule", label: "규칙 이름", kind: "text", default: "every-morning" }];

export const schedule: EventSource<ScheduledEvent> = {
  name: "schedule",
  label: "EventBridge 스케줄",
  fields: FIELDS,
  build(values, context) {
    const rule = ruleName(fieldReader(FIELDS, values).text("rule"));
    return eventBridgeEvent(context, {
      detailType: "Scheduled Event",
      source: "aws.events",
      resources: [`arn:aws:events:${context.region}:${context.accountId}:rule/${rule}`],
      detail: {},
    });
  },
};

/** The EventBridge API's PutRule: 1 to 64 of `.`, `-`, `_`, letters and digits. */
function ruleName(name: string): string {
  if (/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) return name;
  throw new FieldError("rule", `‘rule’ 필드: 규칙 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~64자입니다. 받은 값: ${name}`);
}
