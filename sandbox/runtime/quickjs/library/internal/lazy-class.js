/**
 * A class that is loaded by whoever uses it first. An ES module's import of a built-in reads all of its exports, and would
 * load with a getter what nobody asked for.
 */
export function lazyClass(name, load) {
  // Neither an arrow function, which cannot be constructed, nor a class, for whose `prototype` nobody else may answer.
  function unloaded() {}
  const target = Object.defineProperty(unloaded, "name", { value: name });
  const proxy = new Proxy(target, {
    apply: (_target, self, args) => Reflect.apply(load(), self, args),
    construct: (_target, args, newTarget) => Reflect.construct(load(), args, newTarget === proxy ? load() : newTarget),
    get: (_target, key) => Reflect.get(load(), key),
    has: (_target, key) => Reflect.has(load(), key),
    set: (_target, key, value) => Reflect.set(load(), key, value),
    getPrototypeOf: () => Reflect.getPrototypeOf(load()),
  });
  return proxy;
}
