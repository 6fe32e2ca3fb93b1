/** Scenarios of streams for the cases: one stream, one mapping, and what the function was sent. */
import type { EventSourceMappingDefinition, Stimulus } from "../../sandbox/scenario.ts";
import type { KinesisStream } from "../../sandbox/services/kinesis.ts";
import type { Trace } from "../../sandbox/trace/events.ts";
import { eventsOf, FUNCTION_NAME, type Options } from "../harness.ts";

type Mapping = Partial<Omit<EventSourceMappingDefinition, "FunctionName">>;

export function kinesisOptions(mapping: Mapping = {}, stream: Partial<KinesisStream> = {}, more: Options = {}): Options {
  return {
    ...more,
    resources: {
      streams: [{ StreamName: "clicks", ...stream }],
      ...more.resources,
      eventSourceMappings: [{ FunctionName: FUNCTION_NAME, EventSourceArn: "stream:clicks", StartingPosition: "TRIM_HORIZON", ...mapping }],
    },
  };
}

/** Each a record with this text; the partition key is the part before a colon. */
export const putRecords = (...texts: readonly string[]): Stimulus => ({
  type: "putRecords",
  StreamName: "clicks",
  records: texts.map((Data) => ({ Data, PartitionKey: Data.split(":")[0] ?? Data })),
});

export const settle: Stimulus = { type: "settle" };

export interface SentEvent {
  readonly Records: readonly { readonly kinesis: { readonly data: string; readonly sequenceNumber: string } }[];
  readonly window?: object;
  readonly state?: object;
  readonly isFinalInvokeForWindow?: boolean;
  readonly isWindowTerminatedEarly?: boolean;
}

/** The events that the function got. */
export const sentEvents = (trace: Trace): readonly SentEvent[] =>
  // Written by the poller under test: the cases look at what is there.
  eventsOf(trace, "invocation-requested").map(({ Payload }) => JSON.parse(Payload) as SentEvent);

/** The texts of the records of each batch that was sent. */
export const sentTexts = (trace: Trace): readonly (readonly string[])[] =>
  sentEvents(trace).map(({ Records }) => Records.map(({ kinesis }) => Buffer.from(kinesis.data, "base64").toString()));

/** Throws where a record's text contains `bad`. */
export const failsOnBad = `export const handler = async (event) => {
  for (const { kinesis } of event.Records) if (Buffer.from(kinesis.data, "base64").toString().includes("bad")) throw new Error("bad record");
};`;

/** What went to the on-failure destination. */
export const discardedRecords = (trace: Trace): readonly string[] =>
  eventsOf(trace, "record-delivered").map(({ body, error }) => body ?? error ?? "");
