/**
 * How many batches of a queue a mapping has under way at a time (developer guide, "Configuring scaling behavior for SQS event source
 * mappings"; fidelity.md §6.2).
 *
 *     standard queue    5, and 300 a minute more while there is a backlog, up to 1,250 or MaximumConcurrency
 *     provisioned mode  10 for each poller: from MinimumPollers, 1,000 a minute more, up to MaximumPollers
 *     FIFO queue        one for each message group that has something, up to MaximumConcurrency
 */
import type { Instant, Millis } from "../time/instant.ts";
import type { MappingSettings } from "./mapping-settings.ts";
import { PROVISIONED_POLLERS, QUEUE_SCALING } from "./quotas.ts";

type Scaled = Pick<MappingSettings, "ScalingConfig" | "ProvisionedPollerConfig">;

interface ScalingRule {
  readonly initial: number;
  readonly most: number;
  readonly perMinute: number;
}

export function scalingRule({ ScalingConfig, ProvisionedPollerConfig }: Scaled, isFifo: boolean): ScalingRule {
  const cap = ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY;
  if (isFifo) return { initial: Math.min(cap, QUEUE_SCALING.most), most: Math.min(cap, QUEUE_SCALING.most), perMinute: 0 };
  if (ProvisionedPollerConfig !== undefined) {
    const { MinimumPollers = PROVISIONED_POLLERS.least, MaximumPollers = PROVISIONED_POLLERS.most } = ProvisionedPollerConfig;
    const each = PROVISIONED_POLLERS.concurrency;
    return { initial: MinimumPollers * each, most: MaximumPollers * each, perMinute: PROVISIONED_POLLERS.perMinute };
  }
  const most = Math.min(cap, QUEUE_SCALING.most);
  return { initial: Math.min(QUEUE_SCALING.initial, most), most, perMinute: QUEUE_SCALING.perMinute };
}

/** AWS tells rates a minute; they are spread evenly over its seconds. [INF] */
export const STEP: Millis = 1000;

/** A queue that has been empty so long is polled as in the beginning again. [INF] */
const IDLE: Millis = 60_000;

export class QueueScaling {
  #limit: number | undefined;
  #idleSince: Instant | undefined;
  #isFailing = false;

  /** Batches that may be under way. */
  limit(settings: Scaled, isFifo: boolean): number {
    const { initial, most } = scalingRule(settings, isFifo);
    return Math.min(most, this.#limit ?? initial);
  }

  /** A second has passed in which there was more to do than was being done. */
  grow(settings: Scaled, isFifo: boolean): void {
    if (this.#isFailing) return;
    const { most, perMinute } = scalingRule(settings, isFifo);
    this.#limit = Math.min(most, this.limit(settings, isFifo) + perMinute / 60);
  }

  /** The function failed: one batch fewer at a time, down to two, until it succeeds. [INF] AWS tells of less polling, not how much. */
  backOff(settings: Scaled, isFifo: boolean): void {
    if (isFifo) return;
    this.#isFailing = true;
    const { most } = scalingRule(settings, isFifo);
    this.#limit = Math.max(Math.min(QUEUE_SCALING.idle, most), this.limit(settings, isFifo) - 1);
  }

  succeeded(): void {
    this.#isFailing = false;
  }

  /** There is nothing to do since `at`. */
  rest(at: Instant): void {
    this.#idleSince ??= at;
  }

  /** There is something to do. */
  wake(at: Instant): void {
    if (this.#idleSince !== undefined && at - this.#idleSince >= IDLE) this.#limit = undefined;
    this.#idleSince = undefined;
  }
}
