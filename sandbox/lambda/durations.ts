/**
 * How long the parts of an invocation take that are not the function's own code. AWS publishes no figures; these are ranges
 * seen in public logs of small Node.js functions, drawn evenly and from the seed. [INF]
 */
import type { RuntimeIdentifier } from "../scenario.ts";
import type { Millis } from "../time/instant.ts";
import type { Random } from "../time/random.ts";

/** Finding a host, downloading the code, starting the micro virtual machine: before Init, in no duration that AWS reports. */
export const environmentCreation = (random: Random): Millis => random.between(90, 180);

const RUNTIME_START: Readonly<Record<RuntimeIdentifier, readonly [Millis, Millis]>> = {
  "nodejs22.x": [112, 148],
  "nodejs24.x": [104, 138],
  // [INF] Until bootstrap's first line: what a runtime does after that is its own time.
  "provided.al2023": [8, 16],
};

/** Starting Node.js and the runtime client, at full speed whatever the memory. */
export function runtimeStart(random: Random, runtime: RuntimeIdentifier): Millis {
  const [least, most] = RUNTIME_START[runtime];
  return random.between(least, most);
}

/** From CreateFunction to State Active, of a function without a VPC. */
export const functionCreation = (random: Random): Millis => random.between(1_000, 4_000);

/** From START to the handler's first line. The first invocation of a process runs code that V8 has not compiled yet. */
export const handlerOverhead = (random: Random, first: boolean): Millis => (first ? random.between(4, 11) : random.between(0.6, 1.3));

/** From the handler's answer to END. */
export const responseOverhead = (random: Random): Millis => random.between(0.2, 0.5);

/** From the caller to the function and back, in the same Region. */
export const networkOneWay = (random: Random): Millis => random.between(2, 5);

const MINUTE: Millis = 60_000;

/** How long an idle environment is kept. AWS promises nothing; 5 to 15 minutes have been observed. */
export const idleTime = (random: Random): Millis => random.between(5 * MINUTE, 15 * MINUTE);

/** How long an environment lives at most, however busy. */
export const lifetime = (random: Random): Millis => random.between(120 * MINUTE, 150 * MINUTE);

/** Of an event source mapping from Updating, Enabling or Disabling to its new state. */
export const mappingTransition = (random: Random): Millis => random.between(2000, 5000);

/** From the internal queue's taking an event to its first attempt. */
export const eventPickup = (random: Random): Millis => random.between(5, 25);

/** From the end of an asynchronous invocation to the delivery of its record or dead letter. */
export const eventDelivery = (random: Random): Millis => random.between(20, 60);

/** From a message's becoming visible to the poller that takes it. */
export const queuePoll = (random: Random): Millis => random.between(8, 30);

/** From the function's answer to the deletion of its batch. */
export const batchDeletion = (random: Random): Millis => random.between(3, 8);

/** What a front end itself takes before it asks the function. */
export const frontEndTime = (random: Random): Millis => random.between(2, 6);
