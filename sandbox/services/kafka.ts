/** Records of Kafka as a function's event shows them: Lambda guide, "Using Lambda with Amazon MSK" and "… self-managed Apache Kafka". */
import { base64 } from "../events/base64.ts";
import type { KafkaRecord } from "../events/msk.ts";
import type { BrokerType, Produced } from "./broker.ts";

export function kafkaRecord({ topic, partition, offset, at, Key, Value, Headers = {} }: Produced): KafkaRecord | Omit<KafkaRecord, "key"> {
  return {
    topic,
    partition,
    offset,
    timestamp: Math.floor(at),
    timestampType: "CREATE_TIME",
    ...(Key !== undefined && { key: base64(utf8(Key)) }),
    value: base64(utf8(Value)),
    headers: Object.entries(Headers).map(([name, value]) => ({ [name]: [...new Int8Array(utf8(value))] })),
  };
}

export function bootstrapServers(type: BrokerType, name: string, region: string): string {
  if (type !== "msk") return "kafka-1.example.com:9092,kafka-2.example.com:9092";
  const server = (number: number) => `b-${number}.${name.toLowerCase()}.a1b2c3.c2.kafka.${region}.amazonaws.com:9092`;
  return `${server(2)},${server(1)}`;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
