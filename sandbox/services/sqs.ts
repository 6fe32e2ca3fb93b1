/** Amazon SQS, as deep as event source mappings need it: queues, visibility, delays, receive counts, redrive. */
import type { Instant } from "../time/instant.ts";
import { arnOf } from "./arn.ts";
import { moveTaskStart } from "./durations.ts";
import { Queue } from "./queue.ts";
import { DELAY, MAX_RECEIVE_COUNT, MOVED_PER_SECOND, RETENTION, VISIBILITY_TIMEOUT } from "./quotas.ts";
import type { MessageAttribute } from "./target.ts";
import type { World } from "./world.ts";

export interface QueueDefinition {
  /** Ends in `.fifo` for a FIFO queue. */
  readonly QueueName: string;
  /** Seconds, 0 to 43,200. Default 30. */
  readonly VisibilityTimeout?: number;
  /** Seconds, 0 to 900. Default 0. */
  readonly DelaySeconds?: number;
  /** Seconds, 60 to 1,209,600. Default 345,600. */
  readonly MessageRetentionPeriod?: number;
  readonly RedrivePolicy?: { /** ARN or `queue:name`. */ readonly deadLetterTargetArn: string; readonly maxReceiveCount: number };
  readonly ContentBasedDeduplication?: boolean;
}

export interface NewMessage {
  readonly MessageBody: string;
  /** So many copies. Default 1. `{n}` in the body is the copy's number from 1. */
  readonly count?: number;
  readonly DelaySeconds?: number;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
  /** The message's system attribute: a trace that its sender is part of. */
  readonly AWSTraceHeader?: string;
}

export interface Sqs {
  /** By ARN. */
  readonly queues: ReadonlyMap<string, Queue>;
  /** Throws where there is none: a mistake of the scenario's. */
  named(QueueName: string): Queue;
}

/** The queues of an account; each is a target, too. */
export function sqs(world: World, definitions: readonly QueueDefinition[]): Sqs {
  const queues = new Map<string, Queue>();
  for (const definition of definitions) {
    const refusal = queueRefusal(definition);
    if (refusal !== undefined) throw new Error(`scenario: queue ${definition.QueueName}: ${refusal}`);
    const queue = new Queue(definition, world);
    queues.set(queue.arn, queue);
    world.targets.set(queue.arn, queue);
  }
  const named = (QueueName: string) => {
    const found = queues.get(arnOf(QueueName.includes(":") ? QueueName : `queue:${QueueName}`, world.account));
    if (found === undefined) throw new Error(`scenario: there is no queue ${QueueName}`);
    return found;
  };
  for (const queue of queues.values()) {
    const { RedrivePolicy } = queue.definition;
    if (RedrivePolicy === undefined) continue;
    const deadLetters = named(RedrivePolicy.deadLetterTargetArn);
    // SQS guide, "Using dead-letter queues in Amazon SQS".
    if (deadLetters.isFifo !== queue.isFifo) throw new Error("scenario: Dead-letter queue must be same type of queue as the source.");
    queue.deadLetters = { queue: deadLetters, maxReceiveCount: RedrivePolicy.maxReceiveCount };
  }
  return { queues, named };
}

/** Why SQS would refuse to create the queue, in its words (SQS API, CreateQueue, InvalidAttributeValue). */
export function queueRefusal(definition: QueueDefinition): string | undefined {
  const { VisibilityTimeout, DelaySeconds, MessageRetentionPeriod, RedrivePolicy } = definition;
  const ranges = [
    ["VisibilityTimeout", VisibilityTimeout, VISIBILITY_TIMEOUT],
    ["DelaySeconds", DelaySeconds, DELAY],
    ["MessageRetentionPeriod", MessageRetentionPeriod, RETENTION],
    ["RedrivePolicy", RedrivePolicy?.maxReceiveCount, MAX_RECEIVE_COUNT],
  ] as const;
  const wrong = ranges.find(([, value, { least, most }]) => value !== undefined && !(value >= least && value <= most));
  return wrong && `Invalid value for the parameter ${wrong[0]}.`;
}

interface SendMessages {
  readonly QueueName: string;
  readonly messages: readonly NewMessage[];
}

/** All of them arrive at the same instant, as those of a SendMessageBatch do. */
export function sendMessages({ named }: Sqs, at: Instant, { QueueName, messages }: SendMessages): void {
  const queue = named(QueueName);
  for (const { count = 1, ...message } of messages) {
    for (let copy = 1; copy <= count; copy += 1) {
      const refusal = queue.send(at, { ...message, MessageBody: message.MessageBody.replaceAll("{n}", String(copy)) });
      if (refusal !== undefined) throw new Error(`scenario: SQS refuses a message for ${QueueName}: ${refusal}`);
    }
  }
}

/** What is visible in a dead-letter queue goes back to where it came from, a message after the other. */
export function startMessageMoveTask(world: World, { named, queues }: Sqs, at: Instant, QueueName: string): void {
  const queue = named(QueueName);
  let left = queue.visible;
  const move = (when: Instant) => {
    const moved = left > 0 && queue.moveBack(when, (arn) => queues.get(arn));
    left -= 1;
    if (!moved) return world.pending.end();
    const next = when + 1000 / MOVED_PER_SECOND;
    world.heap.schedule(next, () => move(next));
  };
  world.pending.begin();
  const starts = at + moveTaskStart(world.random.fork(`move ${QueueName} ${at}`));
  world.heap.schedule(starts, () => move(starts));
}
