/** Facts of the engine's linear memory that both its build and its instances need. */

export const PAGE = 65_536;

/** What it starts with: its data, its 5 MB C stack (hardly touched), and the first heap. Emscripten asks for 16 MB. */
export const INITIAL_PAGES = 96;

/**
 * What the guest may use of the engine's stack, where a call costs what its frame costs the host (stack.ts). Chromium gives a
 * worker the smallest stack, 500 kB; sandbox/README.md has the measurements behind this number.
 */
export const STACK_BYTES = 352 * 1024;

/** What the engine may use below that without looking: the making of the RangeError, and recursion that it does not check. */
export const STACK_BELOW_LIMIT = 16 * 1024;
