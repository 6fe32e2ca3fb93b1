/** Facts of the engine's linear memory that both its build and its instances need. */

export const PAGE = 65_536;

/** What it starts with: its data, its 5 MB C stack (hardly touched), and the first heap. Emscripten asks for 16 MB. */
export const INITIAL_PAGES = 96;
