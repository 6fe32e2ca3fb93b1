const { promisify, callbackify, inherits, deprecate, parseArgs, stripVTControlCharacters, styleText } = require("util");
const { EventEmitter } = require("events");

function Store() {
  EventEmitter.call(this);
  this.rows = { 3: "three" };
}
inherits(Store, EventEmitter);
Store.prototype.find = function (id, callback) {
  setTimeout(() => {
    if (id === 13) return callback(Object.assign(new Error("unlucky"), { code: "E13" }));
    this.emit("found", id);
    callback(null, this.rows[id]);
  }, 1);
};

const store = new Store();
store.on("found", (id) => console.log("found", id));
const find = promisify(store.find).bind(store);
const back = callbackify(find);
const sleep = promisify(setTimeout);

exports.handler = async (event) => {
  await sleep(2);
  const viaCallback = await new Promise((resolve) => back(event.id, (err, row) => resolve(err ? `${err.code}` : row)));
  const { values, positionals } = parseArgs({ args: ["-f", "--bar", "b", "rest"], options: { foo: { type: "boolean", short: "f" }, bar: { type: "string" } }, allowPositionals: true });
  console.log(values, positionals, stripVTControlCharacters("\u001b[31mred\u001b[39m"));
  return { viaCallback, row: await find(event.id) };
};
