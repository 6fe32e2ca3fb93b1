/** A world with nothing in it but queues: their real code on a real clock. */
import { ACCOUNT_DEFAULTS } from "../../../sandbox/scenario.ts";
import type { Queue } from "../../../sandbox/services/queue.ts";
import { type QueueDefinition, type Sqs, sqs } from "../../../sandbox/services/sqs.ts";
import { pending, type World } from "../../../sandbox/services/world.ts";
import { eventHeap } from "../../../sandbox/time/event-heap.ts";
import { seededRandom } from "../../../sandbox/time/random.ts";
import type { TraceEvent } from "../../../sandbox/trace/events.ts";

export interface QueueWorld {
  readonly world: World;
  readonly service: Sqs;
  readonly events: TraceEvent[];
  named(name: string): Queue;
  /** Lets everything happen that is due up to an instant. */
  until(at: number): void;
  count(type: TraceEvent["type"]): number;
}

export function queueWorld(...definitions: readonly QueueDefinition[]): QueueWorld {
  const events: TraceEvent[] = [];
  const world: World = {
    heap: eventHeap(),
    random: seededRandom(1),
    account: ACCOUNT_DEFAULTS,
    record: (event) => {
      events.push(event);
    },
    targets: new Map(),
    pending: pending(),
    stimulus: () => 0,
  };
  const service = sqs(world, definitions);
  return {
    world,
    service,
    events,
    named: service.named,
    until(at) {
      while (world.heap.nextAt !== undefined && world.heap.nextAt <= at) world.heap.pop()?.run();
    },
    count: (type) => events.filter((event) => event.type === type).length,
  };
}
