export const handler = async () => {
  const source = { when: new Date(0), map: new Map([["k", new Set([1n])]]), re: /x+/gi, error: new RangeError("r", { cause: "c" }), bytes: new Uint16Array([1, 2]), sparse: [1, , 3], undef: undefined };
  source.self = source;
  const copy = structuredClone(source);
  copy.map.get("k").add(2n);
  const buffer = new ArrayBuffer(8);
  const moved = structuredClone({ buffer }, { transfer: [buffer] });
  const failures = [];
  for (const value of [() => {}, Symbol("s"), { deep: { fn() {} } }, new WeakMap()]) {
    try {
      structuredClone(value);
    } catch (error) {
      failures.push([error.name, error.code, error.message]);
    }
  }
  for (const text of ["a", "한", "YWJj", "%"]) {
    try {
      failures.push(atob(text));
    } catch (error) {
      failures.push([error.name, error.message]);
    }
  }
  console.log(copy);
  return { same: copy.self === copy, size: [source.map.get("k").size, copy.map.get("k").size], detached: buffer.byteLength, moved: moved.buffer.byteLength, failures, btoa: btoa("héllo"), holes: 1 in copy.sparse, cause: copy.error.cause };
};
