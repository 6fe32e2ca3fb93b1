import { expect, test } from "vitest";
import { type MemoryImage, PAGE, restoreImage, takeImage } from "../../../sandbox/runtime/quickjs/engine/memory-image.ts";

const STATE = { runtime: 1, context: 2, functions: 3, reactionHook: 0 };
const CHUNK = 4_096;

function memoryWith(...writes: readonly (readonly [at: number, byte: number])[]): Uint8Array {
  const memory = new Uint8Array(2 * PAGE);
  for (const [at, byte] of writes) memory[at] = byte;
  return memory;
}

// No stack: it lies where memory begins.
const take = (memory: Uint8Array, startedFrom?: MemoryImage) => takeImage({ memory, stackTop: 0, state: STATE, startedFrom });

function restored(image: MemoryImage): Uint8Array {
  const memory = new Uint8Array(image.bytes);
  restoreImage(image, memory);
  return memory;
}

const size = (image: MemoryImage) => image.parts.reduce((sum, { content }) => sum + content.length, 0);

const BOOTED = memoryWith([5, 1], [CHUNK * 3, 2], [CHUNK * 4 + 9, 3], [2 * PAGE - 1, 4]);

test("an image gives back the memory, byte for byte, and holds only chunks that hold anything", () => {
  const image = take(BOOTED);
  expect(restored(image)).toEqual(BOOTED);
  expect(size(image)).toBe(4 * CHUNK);
});

test("an image of an engine that started from an image holds only what has changed since", () => {
  const boot = take(BOOTED);
  const later = BOOTED.slice();
  later[CHUNK * 3 + 1] = 7;
  later[CHUNK * 9] = 8;
  const image = take(later, boot);
  expect(restored(image)).toEqual(later);
  expect(size(image)).toBe(2 * CHUNK);
});

test("what was cleared since the start stays cleared", () => {
  const later = BOOTED.slice();
  later.fill(0, CHUNK * 3, CHUNK * 5);
  expect(restored(take(later, take(BOOTED)))).toEqual(later);
});

test("memory that has grown since the start is restored at its length", () => {
  const later = new Uint8Array(3 * PAGE);
  later.set(BOOTED);
  later[3 * PAGE - 1] = 9;
  expect(restored(take(later, take(BOOTED)))).toEqual(later);
});

test("an image of an engine that was put back stands on the first image, not on a chain of them", () => {
  const boot = take(BOOTED);
  const once = BOOTED.slice();
  once[CHUNK * 7] = 1;
  const first = take(once, boot);
  const twice = once.slice();
  twice[5] = 0;
  const second = take(twice, first);
  expect(second.base).toBe(boot);
  expect(restored(second)).toEqual(twice);
});
