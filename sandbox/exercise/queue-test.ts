/** Conditions on what lies in a queue when a run is over. */

import type { Trace } from "../trace/events.ts";
import type { MessageSent } from "../trace/queue-events.ts";
import type { QueueTest } from "./condition.ts";
import { AT_LEAST_ONE, countFinding, type Finding } from "./finding.ts";

export function queueFinding({ name, left, containing }: QueueTest, trace: Trace): Finding {
  const found = messagesLeft(trace, name).filter(({ body }) => containing === undefined || body.includes(containing));
  const which = containing === undefined ? "" : `‘${containing}’ 문구가 든 `;
  return countFinding(`\`${name}\` 큐에 남은 ${which}메시지`, found.length, left ?? AT_LEAST_ONE, "개");
}

export type LeftMessage = Pick<MessageSent, "body" | "attributes">;

/** In the order in which they came into the queue. */
export function messagesLeft(trace: Trace, queue: string): readonly LeftMessage[] {
  const sent = new Map<string, LeftMessage>();
  const here = new Set<string>();
  for (const event of trace.events) {
    if (event.type === "message-sent") {
      sent.set(event.messageId, event);
      if (event.queue === queue) here.add(event.messageId);
    } else if (event.type === "message-deleted") {
      if (event.queue === queue) here.delete(event.messageId);
    } else if (event.type === "message-moved") {
      if (event.queue === queue) here.delete(event.messageId);
      if (event.to === queue) here.add(event.messageId);
    }
  }
  return [...here].flatMap((messageId) => sent.get(messageId) ?? []);
}
