/**
 * Keeps a bounded number of engines alive. Chromium gives a page's process about 124 WebAssembly memories; a simulation may
 * have any number of environments. An engine beyond the bound is put away as what it is between two calls, the content of its
 * memory, and put back when its process is given the CPU again: freezing, literally.
 */
import type { Engine } from "./engine/instance.ts";
import type { MemoryImage } from "./engine/memory-image.ts";

/** Engines alive at a time, well below what Chromium allows. */
const MOST_ALIVE = 64;

export interface Seat {
  /** The process's engine, put back if it was away. */
  readonly engine: Engine;
  /** Length of its linear memory, wherever it is. */
  readonly bytes: number;
  /** The process is about to run: its engine becomes the one used last. */
  use(): void;
  /** The process is gone, and its engine with it. */
  leave(): void;
}

export interface EnginePool {
  /** A place for one process's engine. `open` makes it from an image; the first is `image`. */
  seat(image: MemoryImage, open: (image: MemoryImage) => Engine): Seat;
}

interface Guest {
  putAway(): void;
}

export function enginePool(most = MOST_ALIVE): EnginePool {
  /** Least recently used first. */
  const alive = new Set<Guest>();
  const markUsed = (guest: Guest) => {
    alive.delete(guest);
    alive.add(guest);
    for (const other of alive) {
      if (alive.size <= most) return;
      alive.delete(other);
      other.putAway();
    }
  };
  return {
    seat(first, open) {
      let engine: Engine | undefined;
      let image = first;
      const guest: Guest = {
        putAway() {
          if (engine === undefined || engine.lost !== undefined) return;
          image = engine.image();
          engine = undefined;
        },
      };
      const awake = () => {
        engine ??= open(image);
        return engine;
      };
      return {
        get engine() {
          return awake();
        },
        get bytes() {
          return engine?.memory.buffer.byteLength ?? image.bytes;
        },
        use() {
          markUsed(guest);
          awake();
        },
        leave: () => {
          alive.delete(guest);
        },
      };
    },
  };
}
