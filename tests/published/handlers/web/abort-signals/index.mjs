const work = (ms, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(() => resolve(`done after ${ms}`), ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });

export const handler = async () => {
  const user = new AbortController();
  const both = AbortSignal.any([user.signal, AbortSignal.timeout(250)]);
  const results = [];
  for (const run of [
    () => work(1, both),
    () => work(2000, both),
    () => work(1, AbortSignal.abort()),
    () => work(1, AbortSignal.abort("because")),
    () => work(1, both),
  ]) {
    try {
      results.push(await run());
    } catch (error) {
      results.push(error instanceof DOMException ? `${error.name} (${error.code}): ${error.message}` : error);
    }
  }
  user.abort(new TypeError("too late"));
  results.push(both.reason.name);
  return results;
};
