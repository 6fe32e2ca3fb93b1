/** A request to a service's API from outside: it takes a moment to get there, and another until the answer is back. */
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import { requestOneWay } from "./durations.ts";
import type { World } from "./world.ts";

/** `accept`: at the instant at which the service has it. */
export function sending({ heap }: World, random: Random, at: Instant, accept: (at: Instant) => void, done: (at: Instant) => void): void {
  const arrives = at + requestOneWay(random);
  const answered = arrives + requestOneWay(random);
  heap.schedule(arrives, () => accept(arrives));
  heap.schedule(answered, () => done(answered));
}
