/** Amazon SNS: topics that hand a message to their subscribers. */
import { base64Id } from "../events/identifiers.ts";
import { messageAttributes } from "../events/message-attributes.ts";
import { type NotificationTold, snsEnvelope, snsRecord } from "../events/sns-record.ts";
import type { Instant } from "../time/instant.ts";
import { hexDigits, type Random, uuid } from "../time/random.ts";
import { arnOf } from "./arn.ts";
import { notification } from "./durations.ts";
import { NOTIFICATION_BYTES } from "./quotas.ts";
import { type SubscriptionFilter, subscriptionFilter } from "./subscription-filter.ts";
import type { Delivery, MessageAttribute, Target } from "./target.ts";
import type { World } from "./world.ts";

export interface TopicDefinition {
  readonly TopicName: string;
  readonly Subscriptions?: readonly SubscriptionDefinition[];
}

export interface SubscriptionDefinition {
  readonly Protocol: "lambda" | "sqs";
  /** ARN, `function:name` or `queue:name`. */
  readonly Endpoint: string;
  /** JSON text. */
  readonly FilterPolicy?: string;
  /** What the policy looks at. Default MessageAttributes. */
  readonly FilterPolicyScope?: "MessageAttributes" | "MessageBody";
  /** Queues: the message itself instead of SNS's envelope. Default false. */
  readonly RawMessageDelivery?: boolean;
}

export interface Sns {
  /** Throws where there is none: a mistake of the scenario's. */
  named(TopicName: string): Topic;
}

/** The topics of an account; each is a target, too. */
export function sns(world: World, definitions: readonly TopicDefinition[]): Sns {
  const topics = new Map<string, Topic>();
  for (const definition of definitions) {
    const topic = new Topic(definition, world);
    topics.set(topic.arn, topic);
    world.targets.set(topic.arn, topic);
  }
  return {
    named(TopicName) {
      const found = topics.get(arnOf(TopicName.includes(":") ? TopicName : `topic:${TopicName}`, world.account));
      if (found === undefined) throw new Error(`scenario: there is no topic ${TopicName}`);
      return found;
    },
  };
}

interface Publish {
  readonly TopicName: string;
  readonly Message: string;
  readonly Subject?: string;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
}

export function publish({ named }: Sns, at: Instant, { TopicName, Message: body, Subject, MessageAttributes: attributes }: Publish): void {
  const subject = Subject === undefined ? {} : { Subject };
  const refusal = named(TopicName).deliver(at, { body, from: "caller", ...subject, ...(attributes && { attributes }) });
  if (refusal !== undefined) throw new Error(`scenario: SNS refuses a message for ${TopicName}: ${refusal}`);
}

interface Subscription {
  readonly arn: string;
  readonly definition: SubscriptionDefinition;
  readonly endpoint: string;
  readonly filter: SubscriptionFilter;
}

/** Simplified: deliveries succeed, for functions and queues in the same account take them; SNS's own retries are not there. */
export class Topic implements Target {
  readonly kind = "sns";
  readonly name: string;
  readonly arn: string;
  readonly #world: World;
  readonly #random: Random;
  readonly #subscriptions: readonly Subscription[];

  constructor({ TopicName, Subscriptions = [] }: TopicDefinition, world: World) {
    if (TopicName.endsWith(".fifo")) throw new Error(`scenario: FIFO topics are not simulated: ${TopicName}`);
    this.name = TopicName;
    this.arn = arnOf(`topic:${TopicName}`, world.account);
    this.#world = world;
    this.#random = world.random.fork(`topic ${TopicName}`);
    this.#subscriptions = Subscriptions.map((definition) => ({
      arn: `${this.arn}:${uuid(this.#random)}`,
      definition,
      endpoint: arnOf(definition.Endpoint, world.account),
      filter: subscriptionFilter(definition),
    }));
  }

  /** Publish, when it arrives. */
  deliver(at: Instant, delivery: Delivery): string | undefined {
    const { body, Subject } = delivery;
    if (body === "") return "Invalid parameter: Empty message";
    if (new TextEncoder().encode(body).length > NOTIFICATION_BYTES) return "Invalid parameter: Message too long";
    if (Subject !== undefined && !/^[!-~][ -~]{0,98}$/.test(Subject)) return "Invalid parameter: Subject";
    const MessageId = uuid(this.#random);
    const wanting = this.#subscriptions.filter(({ filter }) => filter(body, delivery.attributes ?? {}));
    const subscribers = wanting.map(({ endpoint }) => endpoint);
    this.#world.record({ type: "message-published", at, topic: this.name, messageId: MessageId, body, subscribers });
    for (const subscription of wanting) this.#notify(at, subscription, MessageId, delivery);
    return undefined;
  }

  #notify(publishedAt: Instant, { arn, definition, endpoint }: Subscription, messageId: string, delivery: Delivery): void {
    const { heap, pending, targets, account } = this.#world;
    const at = publishedAt + notification(this.#random);
    const signature = base64Id(this.#random, 256);
    pending.begin();
    heap.schedule(at, () => {
      const target = targets.get(endpoint);
      if (target === undefined) throw new Error(`scenario: topic ${this.name} has a subscriber that does not exist: ${endpoint}`);
      const told: NotificationTold = {
        at: publishedAt,
        region: account.Region,
        topicArn: this.arn,
        subscriptionArn: arn,
        messageId,
        subject: delivery.Subject ?? null,
        message: delivery.body,
        attributes: messageAttributes(delivery.attributes ?? {}),
        signature,
        certificate: hexDigits(this.#random.fork("certificate"), 32),
      };
      const traced = delivery.traceHeader === undefined ? {} : { traceHeader: delivery.traceHeader };
      target.deliver(at, { ...contentFor(definition, told, delivery), ...traced, from: "sns.amazonaws.com" });
      pending.end();
    });
  }
}

function contentFor({ Protocol, RawMessageDelivery = false }: SubscriptionDefinition, told: NotificationTold, delivery: Delivery) {
  if (Protocol === "lambda") return { body: JSON.stringify({ Records: [snsRecord(told)] }) };
  if (!RawMessageDelivery) return { body: snsEnvelope(told) };
  return { body: told.message, ...(delivery.attributes && { attributes: delivery.attributes }) };
}
