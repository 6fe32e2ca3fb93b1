/**
 * Takes the network, storage and every way of evaluating text away from a worker. Readers' code runs inside WebAssembly and
 * sees none of it; this is the second wall: whatever might ever get out of the engine finds a place from which nothing leads
 * on. A page's Content-Security-Policy does not reach its worker, so the worker does it itself, before the first run.
 *
 * What stays is syntax: `import()` of the site's own chunks, which can only be written in our own source.
 */

const REACHES_OUT = [
  "fetch",
  "fetchLater",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "RTCDataChannel",
  "BroadcastChannel",
  "Worker",
  "SharedWorker",
  "importScripts",
  "navigator",
  "FontFace",
  "fonts",
  "Notification",
  "PushManager",
  "indexedDB",
  "caches",
  "cookieStore",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
] as const;

/** setTimeout and setInterval evaluate a string that they are handed. */
const EVALUATES = ["eval", "Function", "setTimeout", "setInterval"] as const;

/** Throws where something cannot be taken away: then the worker does not start at all. */
export function lockDown(scope: object): void {
  forbidConstructors();
  for (const name of [...REACHES_OUT, ...EVALUATES]) take(scope, name);
}

function take(scope: object, name: string): void {
  for (let owner: object | null = scope; owner !== null; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, name) && !Reflect.deleteProperty(owner, name)) {
      Object.defineProperty(owner, name, { value: undefined, writable: false, configurable: false });
    }
  }
  if (Reflect.get(scope, name) !== undefined) throw new Error(`lockDown: "${name}" is still there`);
}

/** `Function` is also every function's constructor, and each kind of function has one of its own. */
function forbidConstructors(): void {
  const kinds = [
    () => undefined,
    async () => undefined,
    function* generator() {
      yield undefined;
    },
    async function* asyncGenerator() {
      yield undefined;
    },
  ];
  for (const kind of kinds) Object.defineProperty(Object.getPrototypeOf(kind), "constructor", { value: undefined, configurable: false });
}
