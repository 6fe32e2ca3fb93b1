/** Amazon S3's part in triggers: objects that are put, and the notifications about them. */
import { s3 } from "../events/s3.ts";
import { s3EventBridge } from "../events/s3-eventbridge.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import { arnOf } from "./arn.ts";
import { notificationDelivery } from "./durations.ts";
import type { World } from "./world.ts";

export interface BucketDefinition {
  readonly BucketName: string;
  readonly Notifications?: readonly BucketNotification[];
}

export interface BucketNotification {
  /** `s3:ObjectCreated:*`, `s3:ObjectRemoved:*`, … */
  readonly Events: readonly string[];
  /** `function:name`, `queue:name`, `topic:name`, `bus:default` (EventBridge notifications), or an ARN. */
  readonly Target: string;
  readonly Prefix?: string;
  readonly Suffix?: string;
}

export interface NewObject {
  readonly BucketName: string;
  readonly Key: string;
  /** Bytes. Default the length of `Body`, else 1,024. */
  readonly Size?: number;
  readonly Body?: string;
}

export interface Buckets {
  /** PutObject, at the instant at which it is done. `traceHeader`: of what put it. */
  put(at: Instant, object: NewObject, traceHeader?: string): void;
}

export function buckets(world: World, definitions: readonly BucketDefinition[]): Buckets {
  const known = new Map(definitions.map((definition) => [definition.BucketName, bucket(world, definition)]));
  const put: Buckets["put"] = (at, object, traceHeader) => {
    const one = known.get(object.BucketName);
    if (one === undefined) throw new Error(`scenario: there is no bucket ${object.BucketName}`);
    one(at, object, traceHeader);
  };
  for (const { BucketName } of definitions) {
    const arn = arnOf(`bucket:${BucketName}`, world.account);
    world.targets.set(arn, {
      arn,
      kind: "s3",
      deliver(at, { body, key, traceHeader }) {
        put(at, { BucketName, Key: key ?? "object", Body: body }, traceHeader);
        return undefined;
      },
    });
  }
  return { put };
}

const EVENT_NAME = "ObjectCreated:Put";

/** Puts an object into one bucket. */
function bucket(world: World, { BucketName, Notifications = [] }: BucketDefinition): Buckets["put"] {
  const random = world.random.fork(`s3 ${BucketName}`);
  return (at, { Key, Body, Size }, traceHeader) => {
    const size = Size ?? (Body === undefined ? 1_024 : new TextEncoder().encode(Body).length);
    world.record({ type: "object-put", at, bucket: BucketName, key: Key, size });
    for (const notification of Notifications) {
      if (!tells(notification, `s3:${EVENT_NAME}`, Key)) continue;
      const to = arnOf(notification.Target, world.account);
      const event = eventFor(world, random, at, to, { bucket: BucketName, key: Key, size: String(size) });
      send(world, random, at, to, event, traceHeader);
    }
  };
}

/** Amazon S3 userguide, "Event notification types": `*` stands for any event of the group. Key names are case-sensitive. */
export function tells({ Events, Prefix = "", Suffix = "" }: BucketNotification, event: string, key: string): boolean {
  const isNamed = Events.some((name) => (name.endsWith(":*") ? event.startsWith(name.slice(0, -1)) : event === name));
  return isNamed && key.startsWith(Prefix) && key.endsWith(Suffix);
}

type PutValues = Readonly<Record<"bucket" | "key" | "size", string>>;

/** To EventBridge goes an event of EventBridge's form, to all others a notification. */
function eventFor({ account }: World, random: Random, at: Instant, to: string, values: PutValues): object {
  const context = { at, random, region: account.Region, accountId: account.AccountId };
  return to.includes(":event-bus/")
    ? s3EventBridge.build({ ...values, reason: "PutObject" }, context)
    : s3.build({ ...values, eventName: EVENT_NAME }, context);
}

function send(world: World, random: Random, at: Instant, to: string, event: object, traceHeader: string | undefined): void {
  const arrives = at + notificationDelivery(random);
  world.pending.begin();
  world.heap.schedule(arrives, () => {
    const target = world.targets.get(to);
    if (target === undefined) throw new Error(`scenario: a bucket notifies ${to}, which does not exist`);
    target.deliver(arrives, {
      body: JSON.stringify(event),
      from: "s3.amazonaws.com",
      // As e-mails from a topic that a bucket notifies are titled.
      ...(target.kind === "sns" && { Subject: "Amazon S3 Notification" }),
      ...(traceHeader !== undefined && { traceHeader }),
    });
    world.pending.end();
  });
}
