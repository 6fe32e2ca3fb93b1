class Hub extends EventTarget {
  #count = 0;
  publish(type, detail) {
    this.#count++;
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable: true }));
  }
  get count() {
    return this.#count;
  }
}

export const handler = async () => {
  const hub = new Hub();
  const seen = [];
  const stop = new AbortController();
  hub.addEventListener("order", (event) => seen.push(`${event.type} ${event.detail.id}`), { signal: stop.signal });
  hub.addEventListener("order", { handleEvent(event) { seen.push(`object ${event.target === hub}`); } }, { once: true });
  hub.addEventListener("order", (event) => event.detail.id === 2 && event.preventDefault());
  hub.addEventListener("order", (event) => event.detail.id === 3 && event.stopImmediatePropagation());
  hub.addEventListener("order", () => seen.push("last"));
  const results = [1, 2, 3].map((id) => hub.publish("order", { id }));
  stop.abort();
  results.push(hub.publish("order", { id: 4 }));
  console.log(new Event("x") instanceof Event, stop.signal.aborted, stop.signal.reason.name, String(stop.signal.reason));
  try {
    hub.dispatchEvent({ type: "fake" });
  } catch (error) {
    seen.push(error.code);
  }
  return { results, seen, count: hub.count };
};
