/**
 * Mappings of Kinesis, DynamoDB Streams and what is read like them (partitions of Kafka, queues of MQ, DocumentDB): each shard is read at a steady beat, and what was read goes into the shard's lanes.
 * The beat is only kept where something has come: reading an empty shard changes nothing.
 */
import { keyHash } from "../services/key-hash.ts";
import type { RecordStream, Shard, StreamRecord } from "../services/record-stream.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import type { EventSourceMapping, SourceOfMappings } from "./event-source-mapping.ts";
import { MAPPING } from "./quotas.ts";
import type { LambdaService } from "./service.ts";
import { batchItem } from "./stream-batch.ts";
import { type LaneSurroundings, StreamLane } from "./stream-lane.ts";
import { STREAM_SOURCES } from "./stream-source.ts";

/** `streams`: by ARN. */
export function streamMappings(service: LambdaService, streams: ReadonlyMap<string, RecordStream>): SourceOfMappings {
  return {
    lookUp: (arn) => (streams.has(arn) ? {} : undefined),
    poller: (mapping) => {
      const stream = streams.get(mapping.EventSourceArn);
      if (stream === undefined) throw new Error(`stream-poller: there is no stream ${mapping.EventSourceArn}`);
      const pollers = stream.shards.map((shard) => new ShardPoller(service, mapping, stream, shard));
      return {
        start(at) {
          for (const poller of pollers) poller.start(at);
        },
        stop() {
          for (const poller of pollers) poller.stop();
        },
      };
    },
  };
}

class ShardPoller {
  readonly #service: LambdaService;
  readonly #mapping: EventSourceMapping;
  readonly #shard: Shard;
  readonly #interval: number;
  /** Of the beat: no two shards are read at the same instant. */
  readonly #phase: number;
  readonly #lanes: readonly StreamLane[];
  /** The next record to be read; undefined before the mapping was first enabled. */
  #position: number | undefined;
  #factor = 1;
  #isRunning = false;
  #polls: Instant | undefined;

  constructor(service: LambdaService, mapping: EventSourceMapping, stream: RecordStream, shard: Shard) {
    this.#service = service;
    this.#mapping = mapping;
    this.#shard = shard;
    const random = service.world.random.fork(`${mapping.UUID} ${shard.id}`);
    this.#interval = STREAM_SOURCES[stream.kind].pollInterval;
    this.#phase = Math.floor(random.between(0, this.#interval));
    this.#lanes = lanes(random, (own) => ({
      service,
      mapping,
      stream,
      shard,
      random: own,
      nextPoll: (from) => this.#nextPoll(from),
      poll: (at) => this.#poll(at),
    }));
    shard.onArrival((at) => this.#expect(at));
  }

  start(at: Instant): void {
    this.#isRunning = true;
    // What has been read before is not read again: a mapping goes on where it was.
    this.#position ??= startingPosition(this.#mapping, this.#shard, at);
    for (const lane of this.#lanes) lane.start(at);
    if (this.#position < this.#shard.next) this.#expect(at);
  }

  stop(): void {
    this.#isRunning = false;
    for (const lane of this.#lanes) lane.stop();
  }

  /** There is something to be read: at the next beat. */
  #expect(at: Instant): void {
    if (!this.#isRunning || this.#polls !== undefined) return;
    const { heap, pending } = this.#service.world;
    const polls = this.#nextPoll(at);
    this.#polls = polls;
    pending.begin();
    heap.schedule(polls, () => {
      this.#polls = undefined;
      this.#poll(polls);
      pending.end();
    });
  }

  #nextPoll(from: Instant): Instant {
    return Math.ceil((from - this.#phase) / this.#interval) * this.#interval + this.#phase;
  }

  #poll(at: Instant): void {
    if (!this.#isRunning || this.#position === undefined) return;
    // Another factor counts when nothing is under way: records of one key must not overtake each other.
    if (this.#lanes.every(({ isIdle }) => isIdle)) this.#factor = this.#mapping.settings.ParallelizationFactor;
    const records = this.#shard.read(Math.max(this.#position, this.#shard.oldest(at)));
    this.#position = this.#shard.next;
    const passed = records.filter(({ record }) => this.#mapping.filter.passes(record));
    this.#recordFiltered(records, passed, at);
    for (const record of passed) this.#laneOf(record).add(batchItem(record, at));
    for (const lane of this.#lanes) lane.advance(at);
  }

  #laneOf({ key }: StreamRecord): StreamLane {
    const lane = this.#lanes[keyHash(key) % this.#factor];
    if (lane === undefined) throw new Error(`stream-poller: ${this.#shard.id} has no lane`);
    return lane;
  }

  #recordFiltered(records: readonly StreamRecord[], passed: readonly StreamRecord[], at: Instant): void {
    if (passed.length === records.length) return;
    const kept = new Set(passed);
    const dropped = records.filter((record) => !kept.has(record)).map(({ sequenceNumber }) => sequenceNumber);
    const { UUID: mapping } = this.#mapping;
    this.#service.world.record({ type: "batch-discarded", at, mapping, shard: this.#shard.id, records: dropped, why: "filtered" });
  }
}

/** As many as a mapping can ask for: those that it does not use stay empty. */
function lanes(random: Random, around: (random: Random) => LaneSurroundings): readonly StreamLane[] {
  const [, most] = MAPPING.parallelizationFactor;
  return Array.from({ length: most }, (_, index) => new StreamLane(around(random.fork(`lane ${index}`))));
}

/** LATEST is what comes after the mapping was first enabled. */
function startingPosition({ settings }: EventSourceMapping, shard: Shard, at: Instant): number {
  switch (settings.StartingPosition) {
    case "AT_TIMESTAMP":
      return shard.indexOfTime(Date.parse(settings.StartingPositionTimestamp ?? ""));
    case "LATEST":
      return shard.next;
    default:
      return shard.oldest(at);
  }
}
