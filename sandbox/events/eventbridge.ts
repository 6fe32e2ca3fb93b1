/** What a rule of EventBridge hands on when an event matches its pattern: eventbridge userguide, "Event structure". */
import { type EventBridgeEvent, eventBridgeEvent } from "./event-bridge-envelope.ts";
import { jsonList, jsonObject, refused, textMatching } from "./field-values.ts";
import { type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export type BusEvent = EventBridgeEvent<string, Readonly<Record<string, unknown>>>;

const FIELDS: readonly Field[] = [
  { name: "source", label: "보낸 곳(source)", kind: "text", default: "com.example.orders" },
  { name: "detailType", label: "무슨 일인지(detail-type)", kind: "text", default: "OrderPlaced" },
  { name: "detail", label: "내용(detail, JSON 객체)", kind: "json", default: '{"orderId":"order-1","quantity":1}' },
  { name: "resources", label: "관련 리소스 ARN(JSON 배열)", kind: "json", default: "[]" },
];

export const eventbridge: EventSource<BusEvent> = {
  name: "eventbridge",
  label: "EventBridge 이벤트",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    return eventBridgeEvent(context, {
      // eventbridge API, PutEventsRequestEntry: detail-type and source have 1 to 128 and 1 to 256 characters.
      detailType: textMatching(read, "detailType", /^.{1,128}$/s, "1~128자여야 합니다."),
      source: textMatching(read, "source", /^.{1,256}$/s, "1~256자여야 합니다."),
      resources: resourcesOf(read),
      detail: jsonObject(read, "detail"),
    });
  },
};

function resourcesOf(read: FieldReader): readonly string[] {
  return jsonList(read, "resources").map((resource) => {
    if (typeof resource === "string" && resource.startsWith("arn:")) return resource;
    throw refused("resources", "arn:으로 시작하는 문자열만 담을 수 있습니다.");
  });
}
