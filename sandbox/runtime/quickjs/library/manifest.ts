/** Which modules the library has, what of them a handler may import, and which globals they give. */

/** Every module: its id, and its source. */
export const LIBRARY: readonly { readonly id: string; readonly file: string }[] = [
  ...modules("modules", [
    "assert",
    "assert/strict",
    "async_hooks",
    "buffer",
    "console",
    "crypto",
    "events",
    "fs",
    "fs/promises",
    "module",
    "os",
    "path",
    "path/posix",
    "perf_hooks",
    "process",
    "querystring",
    "string_decoder",
    "timers",
    "timers/promises",
    "url",
    "util",
    "util/types",
  ]),
  ...modules("internal", [
    "abort",
    "assertion-error",
    "atomics",
    "call-source",
    "comparisons",
    "encoding",
    "errors",
    "event-target",
    "global-console",
    "idna",
    "inspect",
    "legacy-url",
    "performance",
    "structured-clone",
    "tr46",
    "types",
    "validators",
    "webcrypto",
    "whatwg-url",
  ]).map(({ id, file }) => ({ id: `internal/${id}`, file })),
];

function modules(folder: string, ids: readonly string[]) {
  return ids.map((id) => ({ id, file: `${folder}/${id}.js` }));
}

/** What `import "x"` and `import "node:x"` find, and the library's module that it is. */
export const BUILTIN_IDS: Readonly<Record<string, string>> = Object.fromEntries(
  LIBRARY.filter(({ id }) => !id.startsWith("internal/")).map(({ id }) => [id, id === "console" ? "internal/global-console" : id]),
);

export const BUILTINS: readonly string[] = Object.keys(BUILTIN_IDS);

/** Globals, to be defined as getters that load the module on first use: name → module, and the export of it. */
export const GLOBALS: Readonly<Record<string, readonly [id: string, exported: string]>> = {
  AbortController: ["internal/abort", "AbortController"],
  AbortSignal: ["internal/abort", "AbortSignal"],
  Atomics: ["internal/atomics", "Atomics"],
  Buffer: ["buffer", "Buffer"],
  Crypto: ["internal/webcrypto", "Crypto"],
  CustomEvent: ["internal/event-target", "CustomEvent"],
  Event: ["internal/event-target", "Event"],
  EventTarget: ["internal/event-target", "EventTarget"],
  Performance: ["internal/performance", "Performance"],
  PerformanceEntry: ["internal/performance", "PerformanceEntry"],
  PerformanceMark: ["internal/performance", "PerformanceMark"],
  PerformanceMeasure: ["internal/performance", "PerformanceMeasure"],
  TextDecoder: ["internal/encoding", "TextDecoder"],
  TextEncoder: ["internal/encoding", "TextEncoder"],
  URL: ["internal/whatwg-url", "URL"],
  URLSearchParams: ["internal/whatwg-url", "URLSearchParams"],
  atob: ["buffer", "atob"],
  btoa: ["buffer", "btoa"],
  crypto: ["internal/webcrypto", "crypto"],
  performance: ["internal/performance", "performance"],
  structuredClone: ["internal/structured-clone", "structuredClone"],
};
