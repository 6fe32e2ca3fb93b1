/**
 * What EventBridge Scheduler hands to a function: the target's Input, or, where it has none, an event of its own. Observed in
 * 2024: that event's source is aws.scheduler and its `detail` is the text {}, not an object.
 */
import { hexDigits } from "../time/random.ts";
import { type EventBridgeEvent, eventBridgeEvent, wholeSecond } from "./event-bridge-envelope.ts";
import { refused, textMatching } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";

/** Of a schedule without an Input. With one, the event is any JSON. */
export type SchedulerDefaultEvent = EventBridgeEvent<"Scheduled Event", "{}">;

const FIELDS: readonly Field[] = [
  { name: "schedule", label: "스케줄 이름", kind: "text", default: "every-morning" },
  { name: "group", label: "스케줄 그룹", kind: "text", default: "default" },
  { name: "input", label: "대상에 넘길 입력(JSON, 비우면 기본 이벤트)", kind: "text", default: "" },
  { name: "attempt", label: "몇 번째 시도인지", kind: "number", default: "1", least: 1, most: 186 },
];

/** scheduler API, CreateSchedule: Name and GroupName. */
const NAME = /^[0-9a-zA-Z\-_.]{1,64}$/;

export const scheduler: EventSource<unknown> = {
  name: "scheduler",
  label: "EventBridge Scheduler 스케줄",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const name = textMatching(read, "schedule", NAME, "스케줄 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~64자입니다.");
    const group = textMatching(read, "group", NAME, "그룹 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~64자입니다.");
    const arn = `arn:aws:scheduler:${context.region}:${context.accountId}:schedule/${group}/${name}`;
    const input = read.text("input");
    if (input.trim() !== "") return inputOf(withContextAttributes(input, arn, read.text("attempt"), context));
    return defaultEvent(context, arn);
  },
};

const defaultEvent = (context: EventContext, arn: string): SchedulerDefaultEvent =>
  eventBridgeEvent(context, { detailType: "Scheduled Event", source: "aws.scheduler", resources: [arn], detail: "{}" });

/** scheduler userguide, "Adding context attributes": keywords in the Input that Scheduler replaces at each invocation. */
function withContextAttributes(input: string, arn: string, attempt: string, { at, random }: EventContext): string {
  return input
    .replaceAll("<aws.scheduler.schedule-arn>", arn)
    .replaceAll("<aws.scheduler.scheduled-time>", wholeSecond(at))
    .replaceAll("<aws.scheduler.execution-id>", hexDigits(random, 16))
    .replaceAll("<aws.scheduler.attempt-number>", attempt);
}

/** A function's event is JSON. */
function inputOf(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    // What the reader typed.
    throw refused("input", "람다 함수에 넘길 입력은 올바른 JSON이어야 합니다.");
  }
}
