/**
 * How long services take among themselves. AWS publishes no figures; these are what is commonly seen within a Region, drawn
 * evenly and from the seed. [INF]
 */
import type { Millis } from "../time/instant.ts";
import type { Random } from "../time/random.ts";

/** From a caller to a service's API, and back again. */
export const requestOneWay = (random: Random): Millis => random.between(2, 5);

/** From a message's publishing to its delivery to a subscriber. */
export const notification = (random: Random): Millis => random.between(15, 40);

/** From StartMessageMoveTask to the first message that is moved. */
export const moveTaskStart = (random: Random): Millis => random.between(500, 1500);

/** From an object's being put to the arrival of a notification: "typically in seconds" (Amazon S3 userguide, "Amazon S3 Event Notifications"). */
export const notificationDelivery = (random: Random): Millis => random.between(400, 1_500);

/** From a bus, or an instant of a schedule, to a rule's target. */
export const eventDelivery = (random: Random): Millis => random.between(150, 500);
