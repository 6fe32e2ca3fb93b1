/** Every hostile case. */
import type { HostileCase } from "../case.ts";
import { BACKTRACKING } from "./backtracking.ts";
import { ENDLESS_BUILT_INS } from "./built-ins.ts";
import { BUSY_WAITING } from "./busy-waiting.ts";
import { EXPENSIVE_CRYPTOGRAPHY } from "./crypto.ts";
import { CUSTOM_RUNTIME_TRICKS } from "./custom-runtimes.ts";
import { PROCESS_EXITS, SWALLOWED_TIMEOUTS, UNHANDLED_REJECTIONS } from "./endings.ts";
import { ENDLESS_LOOPS } from "./endless-loops.ts";
import { CONSTRUCTOR_CHAINS, STACK_TRACE_TRICKS } from "./escapes.ts";
import { HOSTILE_FORMATS } from "./formatting.ts";
import { EXPENSIVE_HOST_CALLS } from "./host-calls.ts";
import { FLOODS_OF_LOGS } from "./logs.ts";
import { MEMORY_BOMBS } from "./memory.ts";
import { ENDLESS_MICROTASKS, PROMISE_CHAINS } from "./microtasks.ts";
import { DEEP_JSON, DEEP_SOURCE, DEEP_STRUCTURES } from "./nesting.ts";
import { NETWORK_TRICKS } from "./network.ts";
import { PACKAGE_TRICKS } from "./packages.ts";
import { POLLUTION } from "./pollution.ts";
import { DEEP_RECURSION } from "./recursion.ts";
import { ENDLESS_RESPONSES, LAYER_TRICKS, TYPESCRIPT_TRICKS } from "./responses.ts";
import { HOSTILE_RESULTS } from "./results.ts";
import { COMPRESSION_BOMBS, ENDLESS_STREAMS, WAYS_OUT_OF_TMP } from "./streams.ts";
import { TIMER_STORMS } from "./timers.ts";

export const CASES: readonly HostileCase[] = [
  ...ENDLESS_LOOPS,
  ...ENDLESS_MICROTASKS,
  ...PROMISE_CHAINS,
  ...TIMER_STORMS,
  ...ENDLESS_BUILT_INS,
  ...BUSY_WAITING,
  ...BACKTRACKING,
  ...MEMORY_BOMBS,
  ...DEEP_RECURSION,
  ...DEEP_SOURCE,
  ...DEEP_JSON,
  ...DEEP_STRUCTURES,
  ...FLOODS_OF_LOGS,
  ...POLLUTION,
  ...CONSTRUCTOR_CHAINS,
  ...STACK_TRACE_TRICKS,
  ...PROCESS_EXITS,
  ...SWALLOWED_TIMEOUTS,
  ...UNHANDLED_REJECTIONS,
  ...HOSTILE_RESULTS,
  ...EXPENSIVE_HOST_CALLS,
  ...HOSTILE_FORMATS,
  ...ENDLESS_STREAMS,
  ...COMPRESSION_BOMBS,
  ...WAYS_OUT_OF_TMP,
  ...ENDLESS_RESPONSES,
  ...LAYER_TRICKS,
  ...TYPESCRIPT_TRICKS,
  ...PACKAGE_TRICKS,
  ...EXPENSIVE_CRYPTOGRAPHY,
  ...NETWORK_TRICKS,
  ...CUSTOM_RUNTIME_TRICKS,
];
