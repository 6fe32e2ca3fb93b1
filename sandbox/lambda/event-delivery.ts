/** Hands what became of an asynchronous invocation to its destination and to its dead-letter queue (fidelity.md §5.2, §5.3). */
import type { EventInvokeConfig } from "../scenario.ts";
import { arnOf } from "../services/arn.ts";
import type { Delivery, Target } from "../services/target.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import type { RecordDelivered } from "../trace/events.ts";
import { deadLetterAttributes } from "./dead-letter.ts";
import { busEvent, type DestinationRecord, destinationRecord, messageText, objectKey, type SettledEvent } from "./destination-record.ts";
import { eventDelivery } from "./durations.ts";
import type { FunctionResource } from "./function-resource.ts";
import { sentOn } from "./lineage.ts";
import type { LambdaService } from "./service.ts";

export interface Settlement {
  readonly fn: FunctionResource;
  readonly event: SettledEvent;
  /** As it is now. */
  readonly config: EventInvokeConfig;
  /** Of the version that was to run. */
  readonly deadLetterTarget: string | undefined;
  /** Of the invocation, or of what asked for it. */
  readonly traceHeader: string | undefined;
}

export function deliverOutcome(service: LambdaService, settlement: Settlement): void {
  const { config, event, deadLetterTarget } = settlement;
  const { OnSuccess, OnFailure } = config.DestinationConfig ?? {};
  const isSuccess = event.condition === "Success";
  const destination = isSuccess ? OnSuccess : OnFailure;
  if (destination !== undefined) toDestination(service, settlement, destination.Destination, isSuccess ? "on success" : "on failure");
  if (!isSuccess && deadLetterTarget !== undefined) toDeadLetters(service, settlement, deadLetterTarget);
}

function toDestination(service: LambdaService, settlement: Settlement, named: string, as: RecordDelivered["as"]): void {
  const { world } = service;
  const arn = arnOf(named, world.account);
  const random = world.random.fork(`${as} ${settlement.event.requestId}`);
  deliver(service, settlement, arn, as, random, (target, at) => {
    const record = destinationRecord(settlement.event);
    return { ...contentFor(target, settlement, record, at, random, service), from: "lambda.amazonaws.com" };
  });
}

function contentFor(
  target: Target,
  { fn }: Settlement,
  record: DestinationRecord,
  at: Instant,
  random: Random,
  { world }: LambdaService,
): Pick<Delivery, "body" | "key"> {
  switch (target.kind) {
    case "events":
      return { body: busEvent(record, target.arn, at, random, world.account) };
    case "s3":
      return { body: JSON.stringify(record), key: objectKey(fn.name, at, random) };
    case "lambda":
      return { body: JSON.stringify(record) };
    case "sqs":
    case "sns":
      return { body: messageText(record) };
  }
}

function toDeadLetters(service: LambdaService, settlement: Settlement, named: string): void {
  const { world } = service;
  const { event } = settlement;
  const arn = arnOf(named.includes(":") ? named : `queue:${named}`, world.account);
  const random = world.random.fork(`dead letter ${event.requestId}`);
  deliver(service, settlement, arn, "dead letter", random, () => ({
    body: event.Payload,
    attributes: deadLetterAttributes(event),
    from: "lambda.amazonaws.com",
  }));
}

function deliver(
  { world }: LambdaService,
  { fn, event, traceHeader }: Settlement,
  arn: string,
  as: RecordDelivered["as"],
  random: Random,
  made: (target: Target, at: Instant) => Delivery,
): void {
  const at = event.at + eventDelivery(random);
  world.pending.begin();
  world.heap.schedule(at, () => {
    const { requestId } = event;
    const told = { type: "record-delivered", at, requestId, FunctionName: fn.name, as, to: arn } as const;
    const target = world.targets.get(arn);
    if (target === undefined) world.record({ ...told, error: missing(arn) });
    else {
      // Lambda follows loops through Lambda, SQS, SNS and S3; not through EventBridge.
      const traced = traceHeader === undefined || target.kind === "events" ? {} : { traceHeader: sentOn(traceHeader, fn.arn) };
      const delivery = { ...made(target, at), ...traced };
      const error = target.deliver(at, delivery);
      world.record(error === undefined ? { ...told, body: delivery.body } : { ...told, error });
    }
    world.pending.end();
  });
}

/** What the other service answers where there is nothing of the name. */
function missing(arn: string): string {
  const [, , service = ""] = arn.split(":");
  const sentences: Readonly<Record<string, string>> = {
    sqs: "The specified queue does not exist.",
    sns: "Topic does not exist",
    s3: "The specified bucket does not exist",
    lambda: `Function not found: ${arn}`,
  };
  return sentences[service] ?? `${arn} does not exist.`;
}
