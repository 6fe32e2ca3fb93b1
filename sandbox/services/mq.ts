/** Messages of Amazon MQ as a function's event shows them: Lambda guide, "Using Lambda with Amazon MQ". */
import { base64 } from "../events/base64.ts";
import { hexDigits, type Random } from "../time/random.ts";
import type { Produced } from "./broker.ts";

/** Apache ActiveMQ. */
export function activeMessage({ at, topic, offset, Value, Headers = {} }: Produced, random: Random): object {
  const time = Math.floor(at);
  return {
    messageID: `ID:b-${hexDigits(random, 8)}-1.mq.amazonaws.com-37557-${time}-4:1:1:1:${offset + 1}`,
    messageType: "jms/text-message",
    deliveryMode: 1,
    replyTo: null,
    type: null,
    expiration: "0",
    priority: 4,
    correlationId: null,
    redelivered: false,
    destination: { physicalName: topic },
    data: base64(utf8(Value)),
    timestamp: time,
    brokerInTime: time,
    brokerOutTime: time + 1,
    properties: Headers,
  };
}

/** RabbitMQ. A header's text is told as its bytes. */
export function rabbitMessage({ at, Value, Headers = {} }: Produced): object {
  const data = utf8(Value);
  return {
    basicProperties: {
      contentType: "text/plain",
      contentEncoding: null,
      headers: Object.fromEntries(Object.entries(Headers).map(([name, value]) => [name, { bytes: [...new Int8Array(utf8(value))] }])),
      deliveryMode: 1,
      priority: 0,
      correlationId: null,
      replyTo: null,
      expiration: null,
      messageId: null,
      timestamp: englishTime(at),
      type: null,
      userId: null,
      appId: null,
      clusterId: null,
      bodySize: data.length,
    },
    redelivered: false,
    data: base64(data),
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Jan 1, 1970, 12:33:41 AM`, in UTC. */
function englishTime(at: number): string {
  const time = new Date(Math.floor(at));
  const two = (part: number) => String(part).padStart(2, "0");
  const hours = time.getUTCHours();
  const clock = `${hours % 12 === 0 ? 12 : hours % 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())} ${hours < 12 ? "AM" : "PM"}`;
  return `${MONTHS[time.getUTCMonth()]} ${time.getUTCDate()}, ${time.getUTCFullYear()}, ${clock}`;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
