/** Lambda's neighbours in an account, and what connects them to functions: queues, topics, streams, buckets, rules, mappings. */
import { type EventSourceMappings, eventSourceMappings, type MappingSources } from "./lambda/event-source-mapping.ts";
import type { LambdaService } from "./lambda/service.ts";
import { sqsMappings } from "./lambda/sqs-poller.ts";
import { streamMappings } from "./lambda/stream-poller.ts";
import type { ChangeStimulus, Scenario, SendStimulus } from "./scenario.ts";
import { eventBuses } from "./services/eventbridge.ts";
import { buckets } from "./services/s3.ts";
import { publish, sns } from "./services/sns.ts";
import { sendMessages, sqs, startMessageMoveTask } from "./services/sqs.ts";
import { streams } from "./services/streams.ts";
import type { Instant } from "./time/instant.ts";

/** A request to one of them. */
export type ResourceStimulus =
  | Exclude<SendStimulus, { readonly type: "httpRequest" }>
  | Extract<ChangeStimulus, { readonly type: "startMessageMoveTask" }>;

export interface Resources {
  /** At the instant at which it arrives. Throws where the scenario names what is not there. */
  accept(at: Instant, stimulus: ResourceStimulus): void;
  readonly mappings: EventSourceMappings;
}

export type ResourcesPart = (lambda: LambdaService, scenario: Omit<Scenario, "stimuli">, startsAt: Instant) => Resources;

type Table = {
  readonly [Type in ResourceStimulus["type"]]: (at: Instant, stimulus: Extract<ResourceStimulus, { readonly type: Type }>) => void;
};

export const resources: ResourcesPart = (lambda, scenario, startsAt) => {
  const { world } = lambda;
  const recordStreams = streams(world, scenario);
  const queues = sqs(world, scenario.queues ?? []);
  const objects = buckets(world, scenario.buckets ?? []);
  const buses = eventBuses(world, scenario.rules ?? [], startsAt);
  const topics = sns(world, scenario.topics ?? []);
  const ofStreams = streamMappings(lambda, recordStreams.byArn);
  const sources: MappingSources = {
    sqs: sqsMappings(lambda, queues),
    kinesis: ofStreams,
    dynamodb: ofStreams,
    kafka: ofStreams,
    mq: ofStreams,
    documentdb: ofStreams,
  };
  const table: Table = {
    sendMessages: (at, stimulus) => sendMessages(queues, at, stimulus),
    startMessageMoveTask: (at, { QueueName }) => startMessageMoveTask(world, queues, at, QueueName),
    publish: (at, stimulus) => publish(topics, at, stimulus),
    putRecords: (at, { StreamName, records }) => recordStreams.putRecords(at, StreamName, records),
    writeItems: (at, { TableName, writes }) => recordStreams.writeItems(at, TableName, writes),
    produce: (at, { BrokerName, records }) => recordStreams.produce(at, BrokerName, records),
    putObject: (at, { type, ...object }) => objects.put(at, object),
    putEvents: (at, { entries }) => buses.put(at, entries),
  };
  return {
    mappings: eventSourceMappings(lambda, scenario.eventSourceMappings ?? [], sources, startsAt),
    accept(at, stimulus) {
      // The table's entry for a type takes the stimuli of that type.
      const entry = table[stimulus.type] as (at: Instant, stimulus: ResourceStimulus) => void;
      entry(at, stimulus);
    },
  };
};
