/**
 * How long the network takes where a scenario does not say so.
 *
 * Simplified: constants. What answers, and a resolver, take a plausible time; what the kernel or a library decides is exact.
 */
import type { Millis } from "../time/instant.ts";

/** A request to another company's server in the same part of the world, TLS and all. */
export const ANSWERED_AFTER: Millis = 80;

/** A resolver's answer. A request's own lookup is part of its time. */
export const NAME_FOUND_AFTER: Millis = 2;

/** A resolver's answer that there is no such name. */
export const NAME_NOT_FOUND_AFTER: Millis = 12;

/** A packet to oneself and back. */
export const CONNECTION_REFUSED_AFTER: Millis = 1;

/** A server far away that refuses or resets. */
export const FAILED_AFTER: Millis = 20;

/** Linux sends SYN seven times, after 1, 2, 4, … 64 seconds (tcp_syn_retries = 6, tcp(7)). */
export const CONNECTION_TIMED_OUT_AFTER: Millis = 127_000;
