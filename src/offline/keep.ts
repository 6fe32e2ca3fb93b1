/**
 * A reader who has run something gets the book for good: from then on it opens and runs without a network. Not before: who came for
 * one paragraph on a school's slow line shall not fetch a megabyte of it (CONTRIBUTING, “Islands wait”).
 */
import { address } from "../address.ts";

export function keepForOffline(): void {
  // On plain http, as in many schools' networks, browsers have no service workers: reading and running need the server there.
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    // Storage that is full or forbidden: the site goes on as without it.
    navigator.serviceWorker.register(address("sw.js")).catch(() => undefined);
  }
}
