/** How long the network takes where a scenario does not say so. */
import type { Millis } from "../time/instant.ts";

/** Simplified: a plausible constant for a request to another company's server in the same region of the world, TLS and all. */
export const ANSWERED_AFTER: Millis = 80;

/** Simplified: a resolver's answer. A request's own lookup is part of its time. */
export const NAME_FOUND_AFTER: Millis = 2;

/** Simplified: a resolver's answer that there is no such name. */
export const NAME_NOT_FOUND_AFTER: Millis = 12;

/** A packet to oneself and back. */
export const CONNECTION_REFUSED_AFTER: Millis = 1;

/** A server far away that refuses or resets. */
export const FAILED_AFTER: Millis = 20;

/** Linux sends SYN seven times, after 1, 2, 4, … 64 seconds (tcp_syn_retries = 6, tcp(7)). */
export const CONNECTION_TIMED_OUT_AFTER: Millis = 127_000;
