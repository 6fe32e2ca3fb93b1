/**
 * What a rule of AWS IoT hands to a function: what its SELECT makes of the device's message, no envelope around it (iot developer
 * guide, "Lambda" action and "AWS IoT SQL reference").
 */
import { isJsonObject, refused, textMatching } from "./field-values.ts";
import { type EventSource, type Field, fieldReader } from "./source.ts";

const ALL = "SELECT *";
const WITH_ORIGIN = "SELECT *, topic() AS topic, clientid() AS clientId, timestamp() AS timestamp";

const FIELDS: readonly Field[] = [
  { name: "sql", label: "규칙의 SQL", kind: "select", default: ALL, options: [ALL, WITH_ORIGIN] },
  { name: "topic", label: "MQTT 토픽", kind: "text", default: "factory/line-1/temperature" },
  { name: "client", label: "기기(클라이언트 ID)", kind: "text", default: "sensor-1" },
  { name: "message", label: "기기가 보낸 메시지(JSON)", kind: "json", default: '{"temperature":23.5,"humidity":41}' },
];

export const iot: EventSource<unknown> = {
  name: "iot",
  label: "IoT 규칙",
  fields: FIELDS,
  build(values, { at }) {
    const read = fieldReader(FIELDS, values);
    const topic = textMatching(read, "topic", /^[^#+\s]{1,256}$/, "토픽은 #, +, 빈칸 없는 1~256자입니다.");
    const message = read.json("message");
    if (read.text("sql") === ALL) return message;
    if (!isJsonObject(message)) throw refused("message", "SQL이 값을 더하려면 메시지가 JSON 객체여야 합니다.");
    return { ...message, topic, clientId: read.text("client"), timestamp: Math.floor(at) };
  },
};
