const after = (ms, v, fail) => new Promise((res, rej) => setTimeout(fail ? rej : res, ms, v));
export const handler = async () => {
  const { promise, resolve } = Promise.withResolvers();
  setTimeout(resolve, 1, "late");
  let errors;
  try { await Promise.any([after(1, new Error("a"), true), after(2, new Error("b"), true)]); } catch (e) { errors = [e.name, e.message, e.errors.map(String)]; }
  return [await Promise.race([after(9, "slow"), after(3, "fast")]), await Promise.any([after(1, "x", true), after(4, "y")]), await Promise.allSettled([1, Promise.reject(new TypeError("t"))]), await promise, errors, await Promise.try(() => 5)];
};
