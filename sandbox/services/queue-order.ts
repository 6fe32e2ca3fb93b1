/** In which order visible messages are handed out: best effort in a standard queue, strictly by group in a FIFO queue. */
import { Deque } from "./deque.ts";
import type { Message } from "./queue-message.ts";

export interface QueueOrder {
  /** Messages that are visible, also those that wait behind others of their group. */
  readonly size: number;
  /** It has become visible: for the first time, or again. */
  add(message: Message): void;
  /** The next one, which is in flight then. Of `group` only, where one is named. */
  take(group?: string): Message | undefined;
  /** A message that was visible or in flight is gone from this queue. */
  forget(message: Message): void;
  /** A message that was in flight is so no more. */
  landed(message: Message): void;
}

/** Simplified: in the order in which they became visible, and each once; a standard queue of AWS's promises neither. */
export function standardOrder(): QueueOrder {
  const line = new Deque<Message>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(message) {
      line.push(message);
      size += 1;
    },
    take() {
      for (let message = line.shift(); message !== undefined; message = line.shift()) {
        if (message.state !== "visible") continue;
        size -= 1;
        return message;
      }
      return undefined;
    },
    forget(message) {
      if (message.state === "visible") size -= 1;
    },
    landed() {},
  };
}

interface Group {
  readonly name: string;
  readonly messages: Deque<Message>;
  inFlight: number;
  /** It stands in the line of groups that may be taken from. */
  waits: boolean;
}

/**
 * SQS guide, "FIFO queue delivery logic": while messages of a group are in flight no others of that group are handed out; a message
 * that comes back comes before the later ones of its group.
 */
export function fifoOrder(): QueueOrder {
  const groups = new Map<string, Group>();
  const line = new Deque<Group>();
  let size = 0;

  const groupOf = ({ MessageGroupId: name = "" }: Message): Group => {
    const known = groups.get(name);
    if (known !== undefined) return known;
    const made = { name, messages: new Deque<Message>(), inFlight: 0, waits: false };
    groups.set(name, made);
    return made;
  };
  const offer = (group: Group) => {
    if (group.waits || group.inFlight > 0 || group.messages.size === 0) return;
    group.waits = true;
    line.push(group);
  };
  const first = (group: Group): Message | undefined => {
    for (let message = group.messages.shift(); message !== undefined; message = group.messages.shift()) {
      if (message.state === "visible") return message;
    }
    return undefined;
  };
  const taken = (group: Group): Message | undefined => {
    const message = first(group);
    if (message === undefined) return undefined;
    group.inFlight += 1;
    size -= 1;
    return message;
  };
  /** A group that has nothing any more is forgotten. */
  const leave = (group: Group) => {
    if (group.inFlight === 0 && group.messages.size === 0 && !group.waits) groups.delete(group.name);
    else offer(group);
  };

  return {
    get size() {
      return size;
    },
    add(message) {
      const group = groupOf(message);
      group.messages.insert(message, (other) => other.order > message.order);
      size += 1;
      offer(group);
    },
    take(name) {
      if (name !== undefined) {
        const group = groups.get(name);
        return group && taken(group);
      }
      for (let group = line.shift(); group !== undefined; group = line.shift()) {
        group.waits = false;
        const message = group.inFlight > 0 ? undefined : taken(group);
        if (message !== undefined) return message;
        leave(group);
      }
      return undefined;
    },
    forget(message) {
      if (message.state === "visible") size -= 1;
    },
    landed(message) {
      const group = groupOf(message);
      group.inFlight -= 1;
      leave(group);
    },
  };
}
