/**
 * What Node's own files (build/node-source.ts) require of Node's inner parts, in as far as they use it: our modules under
 * Node's names, and the small things that have no module here. Everything is made when it is first asked for.
 */
import { codes } from "./errors.js";
import { optionsOf, pathOf } from "./fs/arguments.js";
import * as nodeErrors from "./node/errors.js";
import * as nodeValidators from "./node/validators.js";
import { validateInteger } from "./validators.js";

/** Node's id → ours. */
const ALIASES = {
  __proto__: null,
  "internal/abort_controller": "internal/abort",
  "internal/util/types": "internal/types",
};

/** Which module of ours holds a group of Node's files; the first pattern that fits. */
const GROUPS = [
  [/^internal\/(streams\/utils|events\/abort_listener)$/, "internal/stream-parts"],
  [/^(stream|stream\/promises|stream\/consumers|internal\/streams\/.*)$/, "internal/streams"],
  [/^(stream\/web|internal\/webstreams\/(adapters|compression))$/, "internal/webstreams-node"],
  [/^internal\/webstreams\//, "internal/webstreams"],
  [/^internal\/(file|webidl)$/, "internal/blob-parts"],
  [/^zlib$/, "internal/zlib"],
  [/^internal\/crypto\/hash$/, "internal/crypto-hash"],
  [/^internal\/crypto\/(pbkdf2|scrypt|hkdf)$/, "internal/crypto-kdf"],
  [/^internal\/crypto\/cipher$/, "internal/crypto-cipher"],
  [/^internal\/crypto\/(sig|hashnames)$/, "internal/crypto-keys"],
  [/^internal\/crypto\/(keygen|diffiehellman)$/, "internal/crypto-keygen"],
  [/^internal\/crypto\//, "internal/crypto-subtle"],
  [/^(https?|_http_\w+|internal\/(freelist|http))$/, "internal/http"],
  [/^internal\/net$/, "internal/net"],
  [/^diagnostics_channel$/, "internal/diagnostics-channel"],
  [/^internal\/util\/parse_args\//, "internal/parse-args"],
  [/^(readline|readline\/promises|internal\/readline\/.*)$/, "internal/readline"],
];

/** Of internal/constants, what path asks for. */
const PATH_CHARACTERS = {
  CHAR_UPPERCASE_A: 65,
  CHAR_LOWERCASE_A: 97,
  CHAR_UPPERCASE_Z: 90,
  CHAR_LOWERCASE_Z: 122,
  CHAR_DOT: 46,
  CHAR_FORWARD_SLASH: 47,
  CHAR_BACKWARD_SLASH: 92,
  CHAR_COLON: 58,
  CHAR_QUESTION_MARK: 63,
};

const kEmptyObject = Object.freeze({ __proto__: null });

const printing = {
  inspect: (...args) => require("internal/inspect").inspect(...args),
  getStringWidth: (...args) => require("internal/inspect").getStringWidth(...args),
  stripVTControlCharacters: (...args) => require("internal/inspect").stripVTControlCharacters(...args),
};

const parts = {
  __proto__: null,
  "internal/assert": () => {
    const assert = (value, message) => {
      if (!value) throw new codes.ERR_INTERNAL_ASSERTION(message);
    };
    assert.fail = (message) => assert(false, message);
    return assert;
  },
  "internal/async_hooks": () => ({
    symbols: { owner_symbol: Symbol("owner_symbol"), async_id_symbol: Symbol("async_id_symbol") },
    defaultTriggerAsyncIdScope: (_id, callback, ...args) => callback(...args),
    getOrSetAsyncId: () => 0,
  }),
  // Whoever has a Blob has loaded their module; nobody else needs it.
  "internal/blob": () => ({
    isBlob: (value) => isBlob(value),
    Blob: function Blob(...args) {
      return new (require("internal/blob").Blob)(...args);
    },
  }),
  "internal/buffer": () => ({ FastBuffer: require("buffer").Buffer[Symbol.species] }),
  "internal/constants": () => ({ EOL: "\n", CHAR_LOWERCASE_B: 98, CHAR_LOWERCASE_E: 101, ...PATH_CHARACTERS }),
  // WebSocket and its events, as node:http has them.
  "internal/deps/undici/undici": () => require("internal/web-socket"),
  "internal/encoding": () => require("internal/encoding"),
  "internal/errors": () => ({ ...require("internal/errors"), ...nodeErrors }),
  "internal/validators": () => ({ ...require("internal/validators"), ...nodeValidators }),
  "internal/event_target": () => ({
    kWeakHandler: Symbol("kWeak"),
    kResistStopPropagation: Symbol("kResistStopPropagation"),
  }),
  "internal/fs/promises": () => require("internal/file-handle"),
  "internal/fs/utils": () => ({
    copyObject: (source) => ({ __proto__: null, ...source }),
    getOptions: (options, defaults = kEmptyObject) => optionsOf(options, defaults),
    getValidatedFd(fd) {
      validateInteger(fd, "fd", 0, 2147483647);
      return fd;
    },
    validatePath: (path) => void pathOf(path),
  }),
  "internal/options": () => ({ getOptionValue: (name) => (name === "--max-http-header-size" ? 16_384 : false) }),
  "internal/promise_hooks": () => require("internal/async-context").promiseHooksPart,
  "internal/perf/observe": () => ({ hasObserver: () => false, startPerf: () => undefined, stopPerf: () => undefined }),
  "internal/process/task_queues": () => ({ queueMicrotask: (callback) => globalThis.queueMicrotask(callback) }),
  // A terminal's memory of what was typed: a function on Lambda has no terminal.
  "internal/repl/history": () => ({
    ReplHistory: class {
      history = [];
      index = -1;
      size = 0;
      initialize() {}
      addHistory(_isMultiline, _lastCommandErrored) {
        return "";
      }
      canNavigateToNext() {
        return false;
      }
      canNavigateToPrevious() {
        return false;
      }
    },
  }),
  "internal/events/symbols": () => ({ kFirstEventParam: Symbol.for("nodejs.kFirstEventParam") }),
  // For node:http, which has errors of its own.
  "internal/http-errors": () => ({ ...find("internal/errors"), ...require("internal/http-errors") }),
  "internal/stream_base_commons": () => ({ onStreamRead: () => undefined }),
  "internal/timers": () => ({
    getTimerDuration: require("internal/http-socket").timerDuration,
    setUnrefTimeout: (callback, delay) => globalThis.setTimeout(callback, delay).unref(),
  }),
  net: () => require("internal/http-socket").net,
  tls: () => require("internal/http-socket").tls,
  "internal/url": () => ({
    isURL: (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined),
    urlToHttpOptions: (url) => require("url").urlToHttpOptions(url),
    // As large as util.inspect: loaded by who has a URL in hand, or makes one.
    URL: function URL(...args) {
      return new (require("internal/whatwg-url").URL)(...args);
    },
    fileURLToPath: (url) => require("url").fileURLToPath(url),
    getURLHref: (url) => url.href,
    isURLInstance: (value) => value instanceof require("internal/whatwg-url").URL,
    toPathIfFileURL: (path) =>
      typeof path === "object" && path instanceof require("internal/whatwg-url").URL ? require("url").fileURLToPath(path) : path,
  }),
  "internal/util": () => ({
    kEmptyObject,
    kEnumerableProperty: { __proto__: null, enumerable: true },
    customInspectSymbol: Symbol.for("nodejs.util.inspect.custom"),
    promisify: Object.assign((...args) => require("util").promisify(...args), {
      custom: Symbol.for("nodejs.util.promisify.custom"),
    }),
    isWindows: false,
    assertCrypto: () => undefined,
    getLazy(make) {
      let value;
      return () => {
        value ??= make();
        return value;
      };
    },
    WeakReference: class {
      #target;
      #strong = 0;
      #kept;
      constructor(target) {
        this.#target = new WeakRef(target);
      }
      incRef() {
        this.#strong += 1;
        if (this.#strong === 1) this.#kept = this.#target.deref();
        return this.#strong;
      }
      decRef() {
        this.#strong -= 1;
        if (this.#strong === 0) this.#kept = undefined;
        return this.#strong;
      }
      get() {
        return this.#kept ?? this.#target.deref();
      }
    },
    normalizeEncoding: (encoding) => (encoding == null ? "utf8" : require("internal/encoding").normalizeEncoding(encoding)),
    setOwnProperty(object, key, value) {
      Object.defineProperty(object, key, { __proto__: null, configurable: true, enumerable: true, value, writable: true });
    },
    SideEffectFreeRegExpPrototypeSymbolReplace: (pattern, text, by) => text.replace(pattern, by),
    lazyDOMException(message, name) {
      const error = new DOMException(message, typeof name === "object" ? name.name : name);
      if (typeof name === "object") Object.defineProperty(error, "cause", { value: name.cause, configurable: true, writable: true });
      return error;
    },
    // crypto's.
    encodingsMap: { utf8: 1 },
    customPromisifyArgs: Symbol("customPromisifyArgs"),
    isPendingDeprecation: () => false,
    getDeprecationWarningEmitter: () => () => undefined,
    emitExperimentalWarning: () => undefined,
    filterDuplicateStrings: (list) => [...new Set(list)].sort(),
    cachedResult(make) {
      let result;
      return () => {
        result ??= make();
        return [...result];
      };
    },
    deprecate(fn, ...words) {
      let warning;
      return function (...args) {
        warning ??= require("util").deprecate(fn, ...words);
        return warning.apply(this, args);
      };
    },
    deprecateInstantiation(target, code, ...args) {
      const words = `Instantiating ${target.name} without the 'new' keyword has been deprecated.`;
      require("util").deprecate(() => undefined, words, code)();
      return new target(...args);
    },
    assignFunctionName: (name, fn, descriptor = kEmptyObject) =>
      Object.defineProperty(fn, "name", {
        ...Object.getOwnPropertyDescriptor(fn, "name"),
        ...descriptor,
        value: typeof name === "symbol" ? `[${name.description}]` : name,
      }),
    once(callback, { preserveReturnValue = false } = kEmptyObject) {
      let called = false;
      let kept;
      return function (...args) {
        if (called) return kept;
        called = true;
        const result = callback.apply(this, args);
        kept = preserveReturnValue ? result : undefined;
        return result;
      };
    },
  }),
  // util.inspect is a large module: it is loaded by the first that is printed.
  "internal/util/inspect": () => printing,
  util: () => printing,
  "internal/util/debuglog": () => ({ debuglog: () => () => undefined }),
  // Nothing here is ever transferred to another thread; a class says what it is like, and nobody asks.
  "internal/worker/io": () => ({}),
  "internal/worker/js_transferable": () => ({
    kClone: Symbol("messaging_clone_symbol"),
    kDeserialize: Symbol("messaging_deserialize_symbol"),
    kTransfer: Symbol("messaging_transfer_symbol"),
    kTransferList: Symbol("messaging_transfer_list_symbol"),
    markTransferMode: () => undefined,
    structuredClone: (...args) => require("internal/structured-clone").structuredClone(...args),
  }),
  "binding:blob": () => require("internal/blob-bytes"),
  "binding:buffer": () => ({
    kMaxLength: require("buffer").kMaxLength,
    copyArrayBuffer(to, toOffset, from, fromOffset, count) {
      new Uint8Array(to, toOffset, count).set(new Uint8Array(from, fromOffset, count));
    },
  }),
  "binding:constants": () => ({
    get zlib() {
      return require("internal/zlib-constants").constants;
    },
    get fs() {
      return require("fs").constants;
    },
    get crypto() {
      return require("internal/crypto-constants").constants;
    },
  }),
  "binding:encoding_binding": () => ({
    decodeUTF8: (bytes) => new TextDecoder().decode(bytes),
    encodeUtf8String: (text) => new TextEncoder().encode(text),
  }),
  "internal/v8/startup_snapshot": () => ({ namespace: { isBuildingSnapshot: () => false, addSerializeCallback: () => undefined } }),
  "binding:diagnostics_channel": () => ({ subscribers: [], linkNativeChannel: () => undefined }),
  "binding:async_context_frame": () => require("internal/async-context").contextFrameBinding,
  "binding:async_wrap": () => require("internal/async-context").wrapBinding,
  "binding:symbols": () => ({
    resource_symbol: Symbol("resource_symbol"),
    owner_symbol: Symbol("owner_symbol"),
    async_id_symbol: Symbol("async_id_symbol"),
    trigger_async_id_symbol: Symbol("trigger_async_id_symbol"),
  }),
  "binding:task_queue": () => ({ enqueueMicrotask: (callback) => globalThis.queueMicrotask(callback) }),
  "binding:errors": () => ({
    exitCodes: { kGenericUserError: 1 },
    triggerUncaughtException: (error) =>
      process.nextTick(() => {
        throw error;
      }),
  }),
  "binding:fs": () => ({}),
  "binding:http_parser": () => require("internal/http-parser"),
  "binding:trace_events": () => ({ getCategoryEnabledBuffer: () => [0], trace: () => undefined }),
  "binding:messaging": () => ({ DOMException }),
  "binding:stream_wrap": () => ({ streamBaseState: [] }),
  "binding:util": () => ({
    constants: { kPending: 0 },
    // Who imports node:punycode is warned in Node unless a package does; most do through packages.
    isInsideNodeModules: () => true,
    getPromiseDetails: (promise) => [binding.promiseState(promise)],
  }),
  "binding:zlib": () => require("internal/zlib-handles"),
  "binding:uv": () => ({ UV_EOF: -4095 }),
};

let isBlob = () => false;
const made = { __proto__: null };

/** Called by the module that makes Blobs. */
export function knowBlobs(is) {
  isBlob = is;
}

/** What `require(id)` gives in one of Node's files. */
export function find(id) {
  if (id in parts) {
    made[id] ??= parts[id]();
    return made[id];
  }
  if (id === "binding:crypto" || id === "internal/streams/lazy_transform" || id.startsWith("internal/crypto/")) {
    const found = require("internal/crypto-parts").find(id);
    if (found !== undefined) return found;
  }
  const [, group] = GROUPS.find(([pattern]) => pattern.test(id)) ?? [];
  return group === undefined ? require(ALIASES[id] ?? id) : require(group)(id);
}
