const { EventEmitter } = require("events");

exports.handler = async () => {
  const order = [];
  const say = (text) => order.push(text);
  const done = new Promise((resolve) => setTimeout(resolve, 20));
  setTimeout(() => say("timeout 5"), 5);
  setTimeout(() => {
    say("timeout 0");
    process.nextTick(() => say("tick in timeout"));
    Promise.resolve().then(() => say("micro in timeout"));
  }, 0);
  setImmediate(() => {
    say("immediate");
    setImmediate(() => say("immediate in immediate"));
  });
  process.nextTick(() => say("tick 1"));
  Promise.resolve().then(() => {
    say("micro 1");
    process.nextTick(() => say("tick in micro"));
  }).then(() => say("micro 2"));
  queueMicrotask(() => say("queued micro"));
  (async () => {
    say("async start");
    await undefined;
    say("async after await");
  })();
  const emitter = new EventEmitter();
  emitter.on("x", () => say("emitted"));
  emitter.emit("x");
  const unref = setTimeout(() => say("cleared"), 1);
  clearTimeout(unref);
  say("end of sync");
  await done;
  // Whether the first timer or the immediate runs first is not promised.
  return order.filter((x) => x !== "immediate" && x !== "immediate in immediate");
};
