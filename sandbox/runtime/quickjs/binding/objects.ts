/**
 * What the engine knows of an object and JavaScript does not tell: its class, what a Proxy wraps, where a Map's iterator
 * stands. Node asks V8 for the same (lib/internal/util/inspect.js, `getProxyDetails`, `previewEntries`), so that printing a
 * Proxy runs none of its traps and printing an iterator does not consume it.
 *
 * Read from the engine's memory, laid out as quickjs.c 0.12 lays it out on 32 bits; tests/sandbox/library/objects.test.ts
 * fails where an update of the engine lays it out otherwise.
 *
 *   JSObject          0 ref_count  4 flags  6 class_id  8 gc link  16 shape  20 prop  24 weakrefs  32 u
 *   u of typed array  32 JSTypedArray*  36 bytes*  40 length
 *   JSProxyData       0 target  8 handler  16 is_func  17 is_revoked
 *   JSMapIteratorData 0 collection  8 kind (keys, values, entries)  12 current JSMapRecord*
 *   JSMapRecord       4 is_empty  12 link.prev  16 link.next
 *   JSMapState        4 records (list head)  16 record_count
 */
import { type Engine, GuestError, type Value } from "../engine/instance.ts";

/** quickjs.h: a JSValue's upper word for an object. */
const TAG_OBJECT = 0xffffffff;

/** JS_CLASS_UINT8_ARRAY. */
const UINT8_ARRAY = 24;

export interface Objects {
  /** The engine's number for the object's class; 0 for what is no object. */
  classId(value: Value): number;
  /** 0: wraps something; 1: revoked. Only for a Proxy. */
  proxyIsRevoked(proxy: Value): number;
  proxyTarget(proxy: Value): Value;
  proxyHandler(proxy: Value): Value;
  /** The Map or Set that an iterator walks, undefined where it has come to its end. */
  iteratorCollection(iterator: Value): Value;
  /** 0 keys, 1 values, 2 entries. */
  iteratorKind(iterator: Value): number;
  /** How many entries the iterator has still to give. */
  iteratorRemaining(iterator: Value): number;
  /** The bytes of a Uint8Array themselves, not a copy: valid until the guest runs again. */
  view(bytes: Value): Uint8Array;
}

export function objectsOf(engine: Engine): Objects {
  let buffer = engine.memory.buffer;
  let memory = new DataView(buffer);
  const word = (address: number) => {
    if (engine.memory.buffer !== buffer) {
      buffer = engine.memory.buffer;
      memory = new DataView(buffer);
    }
    return memory.getUint32(address, true);
  };
  const byte = (address: number) => (word(address & ~3) >>> ((address & 3) * 8)) & 0xff;
  const address = (value: Value) => word(value as number);
  const isObject = (value: Value) => word((value as number) + 4) === TAG_OBJECT;
  const classId = (value: Value) => (isObject(value) ? word(address(value) + 4) >>> 16 : 0);
  const union = (value: Value) => word(address(value) + 32);
  // A JSValue that lies inside one of the engine's structures is as good a pointer to one as any.
  const copyOf = (at: number) => engine.duplicate(at as Value);

  const remaining = (iterator: Value) => {
    const data = union(iterator);
    if (word(data + 4) !== TAG_OBJECT) return 0;
    const state = word(word(data) + 32);
    const current = word(data + 12);
    if (current === 0) return word(state + 16);
    let count = 0;
    for (let link = word(current + 16); link !== state + 4; link = word(link + 4)) {
      if (byte(link - 12 + 4) === 0) count += 1;
    }
    return count;
  };

  return {
    classId,
    proxyIsRevoked: (proxy) => byte(union(proxy) + 17),
    proxyTarget: (proxy) => copyOf(union(proxy)),
    proxyHandler: (proxy) => copyOf(union(proxy) + 8),
    iteratorCollection: (iterator) => copyOf(union(iterator)),
    iteratorKind: (iterator) => word(union(iterator) + 8),
    iteratorRemaining: remaining,
    view(bytes) {
      // Of anything else, what stands in these places is no address.
      if (classId(bytes) !== UINT8_ARRAY) throw new GuestError("the simulator's library handed the host something that is no Uint8Array");
      const object = address(bytes);
      const length = word(object + 40);
      return new Uint8Array(engine.memory.buffer, word(object + 36), length);
    },
  };
}
