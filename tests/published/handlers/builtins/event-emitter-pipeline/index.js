const EventEmitter = require("events");
const { once } = EventEmitter;

class OrderBus extends EventEmitter {
  constructor() {
    super({ captureRejections: true });
  }
  place(total) {
    this.emit("placing", total);
    if (total < 0) return this.emit("error", Object.assign(new RangeError(`total ${total}`), { total }));
    return this.emit("placed", { total });
  }
}

exports.handler = async (event) => {
  const bus = new OrderBus();
  const seen = [];
  bus.once("placed", ({ total }) => seen.push(`first ${total}`));
  bus.on("placed", ({ total }) => seen.push(`placed ${total}`));
  bus.prependListener("placed", () => seen.push("before"));
  bus.on("error", (error) => seen.push(`${error.name}: ${error.message}`));
  bus.on("async", async () => {
    throw new TypeError("late");
  });
  const placed = once(bus, "placed");
  const results = event.orders.map((total) => bus.place(total));
  const [{ total }] = await placed;
  bus.emit("async");
  await new Promise(setImmediate);
  let unhandled;
  try {
    new EventEmitter().emit("error", "just text");
  } catch (error) {
    unhandled = [error.message, error.code];
  }
  console.log(bus.eventNames(), bus.listenerCount("placed"), EventEmitter.defaultMaxListeners);
  return { results, seen, total, unhandled };
};
