/**
 * Keeps the whole site in the browser, so that reading and running go on without a network. Workbox does what is delicate
 * (editions, revisions, redirects); integration.ts puts the list of the edition's files in.
 */
import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";
import { SWITCH_EDITION } from "./messages.ts";

/** What the global object is here (the project's types are those of a page). */
interface WorkerScope extends EventTarget {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
}
const worker = globalThis as unknown as WorkerScope;

/** Set by integration.ts when the site is built. */
declare const FILES: readonly { readonly url: string; readonly revision: string | null }[];

// The address of a chapter is a folder; a share link's parameters do not make it another page.
precacheAndRoute([...FILES], { directoryIndex: "index.html", cleanURLs: false, ignoreURLParametersMatching: [/./] });
cleanupOutdatedCaches();

// What only some readers use (Monaco): kept once it has been used. Its names change with its content.
const assets = new URL("_astro/", worker.registration.scope).href;
registerRoute(({ url }) => url.href.startsWith(assets), new CacheFirst({ cacheName: `used:${worker.registration.scope}` }));

// The page that is open when this edition first comes is kept by it as well.
clientsClaim();

worker.addEventListener("message", (event) => {
  if ((event as MessageEvent).data === SWITCH_EDITION) void worker.skipWaiting();
});
