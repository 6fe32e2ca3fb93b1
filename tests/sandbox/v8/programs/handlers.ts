/** Programs as handlers are written: several lines, several functions, several files. */
import type { Program } from "../program.ts";

export const HANDLERS: readonly Program[] = [
  esm(
    "a field of an event that is not there",
    `export const handler = async (event) => {
  const name = event.queryStringParameters.name;
  return { statusCode: 200, body: name };
};`,
  ),
  esm(
    "the same property read twice in a row",
    `export const handler = async (event) => {
  event.user = { name: "a" };
  const first = event.user.name.length;
  const second = event.account.name.length;
  return first + second;
};`,
  ),
  esm(
    "a helper below the handler",
    `export async function handler(event) {
  const total = sum(event.items);
  return { total };
}

function sum(items) {
  let total = 0;
  for (const item of items) {
    total += item.price;
  }
  return total;
}`,
  ),
  esm(
    "a callback of map",
    `const prices = [{ amount: 1 }, null, { amount: 3 }];

export const handler = async () => {
  return prices
    .filter((price) => price !== undefined)
    .map((price) => price.amount)
    .reduce((total, amount) => total + amount);
};`,
  ),
  esm(
    "a call of what the event does not have",
    `export const handler = async (event, context) => {
  const remaining = event.getRemainingTimeInMillis();
  return remaining > 100;
};`,
  ),
  esm(
    "an error of a class of its own",
    `class ValidationError extends Error {
  constructor(field) {
    super(\`\${field} is required\`);
    this.name = "ValidationError";
    this.field = field;
  }
}

const required = (event, field) => {
  if (event[field] === undefined) throw new ValidationError(field);
  return event[field];
};

export const handler = async (event) => required(event, "id");`,
  ),
  esm(
    "an error after an await",
    `const wait = () => new Promise((resolve) => resolve(1));

async function load(id) {
  await wait();
  throw new Error(\`no item \${id}\`);
}

export const handler = async () => {
  await wait();
  const item = await load(3);
  return item;
};`,
  ),
  esm(
    "an error caught and wrapped",
    `const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error("bad body", { cause: error });
  }
};

export const handler = async () => {
  return parse("{ not json");
};`,
  ),
  esm(
    "a body that is an object already",
    `export const handler = async (event) => {
  event.body = { a: 1 };
  const body = JSON.parse(event.body);
  return body.a;
};`,
  ),
  esm(
    "a body that is not there",
    `export const handler = async (event) => {
  const { name } = JSON.parse(event.body);
  return name;
};`,
  ),
  esm(
    "destructuring in the parameters",
    `export const handler = async ({ detail: { id, state } }) => {
  return { id, state };
};`,
  ),
  esm(
    "destructuring of a result",
    `const find = (list, id) => list.find((item) => item.id === id);

export const handler = async () => {
  const list = [{ id: 1, name: "a" }];
  const { name } = find(list, 2);
  return name;
};`,
  ),
  esm(
    "a loop over an object",
    `export const handler = async () => {
  const counts = { a: 1, b: 2 };
  let total = 0;
  for (const [key, count] of counts) {
    total += count;
  }
  return total;
};`,
  ),
  esm(
    "a constant that is assigned to",
    `const cache = new Map();

export const handler = async (event) => {
  const key = event.id ?? "none";
  if (!cache.has(key)) {
    key = "default";
  }
  return cache.get(key);
};`,
  ),
  esm(
    "a variable before its declaration",
    `export const handler = async () => {
  const message = greet(name);
  const name = "world";
  return message;
};

const greet = (who) => \`hello \${who}\`;`,
  ),
  esm(
    "a misspelt name",
    `const greeting = "hi";

export const handler = async (event) => {
  if (event.quiet) {
    return "";
  }
  return greetng + event.name;
};`,
  ),
  esm(
    "a frozen configuration",
    `const config = Object.freeze({ table: "items", region: "ap-northeast-2" });

export const handler = async (event) => {
  if (event.table === undefined) {
    config.table = "others";
  }
  return config;
};`,
  ),
  esm(
    "a method that lost its object",
    `class Counter {
  #count = 0;
  increment() {
    this.#count += 1;
    return this.#count;
  }
}

export const handler = async () => {
  const counter = new Counter();
  const increment = counter.increment;
  return increment();
};`,
  ),
  esm(
    "a method of a class that calls another",
    `class Store {
  constructor(items) {
    this.items = items;
  }
  get(id) {
    return this.find(id).value;
  }
  find(id) {
    return this.items.get(id);
  }
  static of(...pairs) {
    return new Store(new Map(pairs));
  }
}

export const handler = async () => {
  const store = Store.of(["a", { value: 1 }]);
  return store.get("b");
};`,
  ),
  esm(
    "a constructor that fails",
    `class Client {
  retries = 3;
  constructor({ region }) {
    this.region = region.toLowerCase();
  }
}

const make = (options) => new Client(options);

export const handler = async () => {
  return make({});
};`,
  ),
  esm(
    "a superclass that fails",
    `class Base {
  constructor(name) {
    this.label = name.toUpperCase();
  }
}
class Derived extends Base {
  constructor() {
    super();
    this.ready = true;
  }
}

export const handler = async () => new Derived();`,
  ),
  esm(
    "a class called without new",
    `class Client {
  send() {
    return 1;
  }
}

export const handler = async () => {
  const client = Client();
  return client.send();
};`,
  ),
  esm(
    "two await in one statement",
    `const load = async (value) => value;

export const handler = async () => {
  const total = (await load({ a: 1 })).a + (await load(undefined)).a;
  return total;
};`,
  ),
  esm(
    "a rejected promise",
    `const fail = () => Promise.reject(new TypeError("refused"));

export const handler = async () => {
  const results = await Promise.all([1, 2].map(async (n) => (n === 2 ? fail() : n)));
  return results;
};`,
  ),
  esm(
    "a promise chain",
    `const step = (value) => Promise.resolve(value);

export const handler = () =>
  step({ a: 1 })
    .then((value) => value.a)
    .then((value) => value.b.c)
    .then((value) => value + 1);`,
  ),
  esm(
    "a for loop with its update",
    `export const handler = async () => {
  const rows = [{ n: 1 }, { n: 2 }];
  let total = 0;
  for (let index = 0; index < rows.length; total += rows[index].n, index += 1) {
    total += rows[index + 1].n;
  }
  return total;
};`,
  ),
  esm(
    "a switch",
    `const act = (kind, payload) => {
  switch (kind) {
    case "a":
      return payload.a.value;
    case "b":
      return payload.b.value;
    default:
      return payload.c.value;
  }
};

export const handler = async () => act("b", { a: { value: 1 } });`,
  ),
  esm(
    "try, catch and finally",
    `export const handler = async () => {
  let opened = false;
  try {
    opened = true;
    return opened.missing.value;
  } catch (error) {
    if (error.code.startsWith("E")) return 1;
    throw error;
  } finally {
    opened = false;
  }
};`,
  ),
  esm(
    "dead code before the failing line",
    `const pick = (event) => {
  if (event.a) {
    return event.a.b;
    event.x.b;
  }
  return event.c.b;
};

export const handler = async (event) => pick(event);`,
  ),
  esm(
    "a template with two values",
    `export const handler = async (event) => {
  const user = { name: "a" };
  return \`hello \${user.name}, from \${event.city.name} at \${event.time}\`;
};`,
  ),
  esm(
    "optional chaining that ends too soon",
    `export const handler = async (event) => {
  const city = event.user?.address.city;
  const zip = (event.user?.address).zip;
  return city + zip;
};`,
  ),
  esm(
    "a nested function with the same text as another",
    `const first = (value) => value.a.b;
const second = { run: (value) => value.a.b };

export const handler = async () => {
  first({ a: {} });
  return second.run({});
};`,
  ),
  esm(
    "curried arrows",
    `const get = (key) => (fallback) => (object) => object[key].value ?? fallback;

export const handler = async (event) => get("id")(0)(event);`,
  ),
  esm(
    "a generator in a loop",
    `function* pages(client) {
  let token = 0;
  do {
    const page = client.next(token);
    token = page.token;
    yield page.items;
  } while (token !== undefined);
}

export const handler = async () => {
  const all = [];
  for (const items of pages({ next: (token) => (token === 0 ? { token: 1, items: [1] } : undefined) })) {
    all.push(...items);
  }
  return all;
};`,
  ),
  esm(
    "a circular answer",
    `export const handler = async () => {
  const parent = { name: "parent", children: [] };
  const child = { name: "child", parent };
  parent.children.push(child);
  return JSON.stringify(parent);
};`,
  ),
  esm(
    "a BigInt in an answer",
    `export const handler = async () => {
  const row = { id: 1n, count: 2 };
  const total = row.count + 1;
  return JSON.stringify({ row, total });
};`,
  ),
  esm(
    "numbers of two kinds",
    `export const handler = async () => {
  const balance = 10n;
  const fee = 0.5;
  return balance - fee;
};`,
  ),
  esm(
    "code at the top of the file",
    `const table = undefined;
const name = table.name;

export const handler = async () => name;`,
  ),
  esm(
    "a function called at the top of the file",
    `const config = readConfig();

function readConfig() {
  const stage = undefined;
  return { table: stage.toLowerCase() };
}

export const handler = async () => config;`,
  ),
  esm(
    "text that is not ASCII before the failing column",
    `export const handler = async (event) => {
  const 인사 = "안녕하세요 😀"; const 이름 = event.사용자.이름;
  return 인사 + 이름;
};`,
  ),
  esm(
    "a long line",
    `export const handler = async (event) => { const a = event.a ?? {}; const b = a.b ?? {}; const c = b.c; return c.d.e; };`,
  ),
  {
    title: "an imported function",
    entry: "index.mjs",
    files: {
      "index.mjs": `import { total } from "./lib/total.mjs";

export const handler = async (event) => {
  return { total: total(event.orders) };
};`,
      "lib/total.mjs": `import * as money from "./money.mjs";

export const total = (orders) => money.add(orders);`,
      "lib/money.mjs": `export function add(orders) {
  return orders.map((order) => order.amount);
}`,
    },
  },
  {
    title: "an error while an imported file is evaluated",
    entry: "index.mjs",
    files: {
      "index.mjs": `import { table } from "./config.mjs";

export const handler = async () => table;`,
      "config.mjs": `const env = {};
export const table = env.TABLE.toLowerCase();`,
    },
  },
  cjs(
    "CommonJS: exports.handler",
    `exports.handler = async (event) => {
  const name = event.queryStringParameters.name;
  return { statusCode: 200, body: name };
};`,
  ),
  cjs(
    "CommonJS: module.exports with a method",
    `module.exports = {
  async handler(event) {
    return format(event.date);
  },
};

function format(date) {
  return date.toISOString();
}`,
  ),
  cjs(
    "CommonJS: a named function",
    `async function handler(event) {
  const [first] = event.records;
  return first.id;
}

module.exports.handler = handler;`,
  ),
  cjs("CommonJS: code in the first line", `const value = undefined; const name = value.name;\nexports.handler = async () => name;`),
  cjs("CommonJS: a function in the first line", `exports.handler = async (event) => { const name = event.user.name; return name; };`),
  cjs(
    "CommonJS: sloppy mode",
    `function Legacy(options) {
  this.options = options;
}
Legacy.prototype.run = function () {
  var self = this;
  return [1, 2].map(function (n) {
    return self.options.values[n];
  });
};

exports.handler = function (event, context, callback) {
  var legacy = new Legacy({});
  callback(null, legacy.run());
};`,
  ),
  cjs(
    "CommonJS: a callback",
    `exports.handler = async () => {
  const fail = (callback) => callback(new Error("denied"));
  await new Promise((resolve, reject) => {
    fail((error, value) => {
      if (error) reject(error);
      else resolve(value);
    });
  });
};`,
  ),
  {
    title: "CommonJS: a required file",
    entry: "index.js",
    files: {
      "index.js": `const { price } = require("./lib/price.js");

exports.handler = async (event) => {
  return price(event.item);
};`,
      "lib/price.js": `const rates = { krw: 1 };

exports.price = (item) => item.amount * rates.krw;`,
    },
  },
  {
    title: "CommonJS: an error while a required file is evaluated",
    entry: "index.js",
    files: {
      "index.js": `const config = require("./config.js");

exports.handler = async () => config;`,
      "config.js": `const settings = undefined;

module.exports = { table: settings.table };`,
    },
  },
];

function esm(title: string, text: string): Program {
  return { title, entry: "index.mjs", files: { "index.mjs": text } };
}

function cjs(title: string, text: string): Program {
  return { title, entry: "index.js", files: { "index.js": text } };
}
