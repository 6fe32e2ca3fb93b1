/** What a destination is told of an asynchronous invocation: recorded from AWS in November 2025 (fidelity.md §5.2). */
import { eventBridgeEvent } from "../events/event-bridge-envelope.ts";
import type { Account } from "../scenario.ts";
import { type Instant, isoTime } from "../time/instant.ts";
import { type Random, uuid } from "../time/random.ts";
import type { SettledCondition } from "../trace/events.ts";
import type { Outcome } from "./outcome.ts";
import { DESTINATION_RECORD_BYTES } from "./quotas.ts";

export interface SettledEvent {
  readonly at: Instant;
  readonly requestId: string;
  /** Qualified. */
  readonly functionArn: string;
  readonly condition: SettledCondition;
  readonly approximateInvokeCount: number;
  /** JSON text. */
  readonly Payload: string;
  /** Of the last attempt that reached the function. */
  readonly answer?: { readonly ExecutedVersion: string; readonly outcome: Outcome } | undefined;
}

export interface DestinationRecord {
  readonly version: "1.0";
  readonly timestamp: string;
  readonly requestContext: {
    readonly requestId: string;
    readonly functionArn: string;
    readonly condition: SettledCondition;
    readonly approximateInvokeCount: number;
  };
  readonly requestPayload: unknown;
  readonly responseContext?: { readonly statusCode: 200; readonly executedVersion: string; readonly functionError?: "Unhandled" };
  readonly responsePayload?: unknown;
}

export function destinationRecord(event: SettledEvent): DestinationRecord {
  const { at, requestId, functionArn, condition, approximateInvokeCount, Payload, answer } = event;
  const record = {
    version: "1.0",
    timestamp: isoTime(at),
    requestContext: { requestId, functionArn, condition, approximateInvokeCount },
    requestPayload: parsed(Payload),
  } as const;
  if (answer === undefined) return record;
  const { functionError, payload } = answer.outcome;
  return {
    ...record,
    responseContext: { statusCode: 200, executedVersion: answer.ExecutedVersion, ...(functionError && { functionError: "Unhandled" }) },
    responsePayload: parsed(payload),
  };
}

/** For a queue or a topic: beyond 256 KB the function's answer is left out (Lambda API, OnFailure). */
export function messageText(record: DestinationRecord): string {
  const text = JSON.stringify(record);
  if (text.length * 3 <= DESTINATION_RECORD_BYTES || new TextEncoder().encode(text).length <= DESTINATION_RECORD_BYTES) return text;
  const { responsePayload: _, ...rest } = record;
  return JSON.stringify(rest);
}

/** For an event bus. */
export function busEvent(record: DestinationRecord, busArn: string, at: Instant, random: Random, account: Required<Account>): string {
  const isSuccess = record.requestContext.condition === "Success";
  const context = { at, random, region: account.Region, accountId: account.AccountId };
  return JSON.stringify(
    eventBridgeEvent(context, {
      detailType: `Lambda Function Invocation Result - ${isSuccess ? "Success" : "Failure"}`,
      source: "lambda",
      resources: [busArn, record.requestContext.functionArn],
      detail: record,
    }),
  );
}

/** In a bucket: developer guide, "Capturing records of Lambda asynchronous invocations". */
export function objectKey(name: string, at: Instant, random: Random): string {
  const time = isoTime(at);
  const day = time.slice(0, 10);
  return `aws/lambda/async/${name}/${day.replaceAll("-", "/")}/${day}T${time.slice(11, 19).replaceAll(":", ".")}-${uuid(random)}`;
}

/** A payload is JSON; a streaming function's answer may be any text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
