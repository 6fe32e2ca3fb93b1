const util = require("util");

class Money {
  #secret = 1;
  constructor(amount, currency) {
    this.amount = amount;
    this.currency = currency;
  }
  [util.inspect.custom](depth, options) {
    return options.stylize(`Money<${this.amount} ${this.currency}>`, "special");
  }
  get double() {
    return this.amount * 2;
  }
}
class Cart extends Map {}

exports.handler = async () => {
  const cart = new Cart([["a", new Money(10, "KRW")], [{ deep: { deeper: { deepest: {} } } }, new Set([1, [2, [3, [4]]]])]]);
  const order = { id: 1n, when: new Date(0), cart, tags: ["x", , "z"], fn: function pay() {}, arrow: () => {}, klass: Money, [Symbol("s")]: -0 };
  order.self = order;
  Object.defineProperty(order, "hidden", { value: 1, enumerable: false });
  console.log(order);
  console.log("%s is %d years and %i, %f, %j %o %O %% %c done", "Mina", 42.5, 42.9, "1.5", { a: 1 }, [1], { b: { c: {} } }, "css", "extra");
  console.log(new Error("plain").message, [undefined, null, NaN], "a".repeat(5), Array.from({ length: 120 }, (_, i) => i));
  console.log({ text: "it's \"quoted\"", long: "lorem ipsum ".repeat(12), buffer: Buffer.from("hello"), typed: new Float64Array(3) });
  console.log(util.inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 }), util.inspect("x\ny"), util.inspect(new Proxy({}, {})));
  console.log(Object.create(null), Object.create({ constructor: undefined }), [new WeakMap(), Promise.resolve(4), Promise.reject(new Error("no")).catch(() => {}) && 0]);
  return util.inspect(process.versions.node.split(".")[0]) + util.types.isProxy(new Proxy({}, {})) + util.isDeepStrictEqual({ a: [1] }, { a: [1] });
};
