/** Facts of the engine's linear memory that both its build and its instances need. */

export const PAGE = 65_536;

/** The package's STACK_SIZE: its stack pointer starts this far above its data. */
export const C_STACK_BYTES = 5 * 1024 * 1024;

/** What it starts with: its data, its 5 MB C stack (hardly touched), and the first heap. Emscripten asks for 16 MB. */
export const INITIAL_PAGES = 96;

/**
 * What the guest may use of the engine's stack, where a call costs what its frame costs the host (stack.ts). Chromium gives a
 * worker the smallest stack, 500 kB; sandbox/README.md has the measurements behind this number. Simplified: Node's is deeper.
 */
export const STACK_BYTES = 352 * 1024;

/** What describing an error may use beyond the limit: the guest's prepareStackTrace (error-room.ts). */
export const ERROR_ROOM_BYTES = 24 * 1024;

/** What lies between the limit and the floor, where the engine is lost: that room, and some for recursion without a check. */
export const STACK_BELOW_LIMIT = ERROR_ROOM_BYTES + 16 * 1024;
