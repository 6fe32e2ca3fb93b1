/** URL and URLSearchParams: whatwg-url's algorithms behind Node's own classes, checks and way of printing. */
import { implementation as URLImpl } from "whatwg-url/lib/URL-impl.js";
import { implementation as ParamsImpl } from "whatwg-url/lib/URLSearchParams-impl.js";
import { codes } from "./errors.js";
import { validateFunction } from "./validators.js";
import { isOdd, pairsOf } from "./whatwg-url/odd-escapes.js";

const custom = Symbol.for("nodejs.util.inspect.custom");
const usv = (value) => `${value}`.toWellFormed();

function invalidUrl(input, base) {
  const error = new TypeError("Invalid URL");
  error.code = "ERR_INVALID_URL";
  error.input = input;
  if (base !== undefined) error.base = base;
  return error;
}

const parsed = (input, base) => new URLImpl(globalThis, [input, base]);

export class URL {
  #impl;
  #searchParams;
  constructor(input, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS("url");
    const text = usv(input);
    const baseText = base === undefined ? undefined : usv(base);
    try {
      this.#impl = parsed(text, baseText);
    } catch {
      // whatwg-url says why; Node says only that.
      throw invalidUrl(text, baseText);
    }
  }
  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS("url");
    return URLImpl.canParse(usv(url), base === undefined ? undefined : usv(base));
  }
  static parse(url, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS("url");
    return URL.canParse(url, base) ? new URL(url, base) : null;
  }
  static createObjectURL() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED("URL.createObjectURL()");
  }
  static revokeObjectURL() {}
  toString() {
    return this.#impl.href;
  }
  get href() {
    return this.#impl.href;
  }
  set href(value) {
    const text = usv(value);
    if (!URLImpl.canParse(text)) throw Object.assign(new codes.ERR_INVALID_URL(), { input: text });
    this.#impl.href = text;
  }
  get origin() {
    return this.#impl.origin;
  }
  get protocol() {
    return this.#impl.protocol;
  }
  set protocol(value) {
    this.#impl.protocol = usv(value);
  }
  get username() {
    return this.#impl.username;
  }
  set username(value) {
    this.#impl.username = usv(value);
  }
  get password() {
    return this.#impl.password;
  }
  set password(value) {
    this.#impl.password = usv(value);
  }
  get host() {
    return this.#impl.host;
  }
  set host(value) {
    this.#impl.host = usv(value);
  }
  get hostname() {
    return this.#impl.hostname;
  }
  set hostname(value) {
    this.#impl.hostname = usv(value);
  }
  get port() {
    return this.#impl.port;
  }
  set port(value) {
    this.#impl.port = usv(value);
  }
  get pathname() {
    return this.#impl.pathname;
  }
  set pathname(value) {
    this.#impl.pathname = usv(value);
  }
  get search() {
    return this.#impl.search;
  }
  set search(value) {
    this.#impl.search = usv(value);
  }
  get searchParams() {
    this.#searchParams ??= paramsOver(this.#impl._query);
    return this.#searchParams;
  }
  get hash() {
    return this.#impl.hash;
  }
  set hash(value) {
    this.#impl.hash = usv(value);
  }
  toJSON() {
    return this.#impl.href;
  }
  [custom](depth, options, inspect) {
    if (typeof depth === "number" && depth < 0) return this;
    const { href, origin, protocol, username, password, host, hostname, port, pathname, search, searchParams, hash } = this;
    const fields = { href, origin, protocol, username, password, host, hostname, port, pathname, search, searchParams, hash };
    return `${this.constructor?.name || "URL"} ${inspect(fields, options)}`;
  }
}

let paramsOver;

export class URLSearchParams {
  #impl;
  constructor(init = undefined) {
    const given = initial(init);
    this.#impl = new ParamsImpl(globalThis, [given], {});
    if (typeof given === "string" && isOdd(given)) this.#impl._list = pairsOf(given);
  }
  static over(impl) {
    const params = new URLSearchParams();
    params.#impl = impl;
    return params;
  }
  static listOf(params) {
    return params.#impl._list;
  }
  get size() {
    return listOf(this, "URLSearchParams").length;
  }
  append(name, value) {
    need(arguments, "name", "value");
    this.#impl.append(usv(name), usv(value));
  }
  delete(name, value = undefined) {
    need(arguments, "name");
    this.#impl.delete(usv(name), value === undefined ? undefined : usv(value));
  }
  get(name) {
    need(arguments, "name");
    return this.#impl.get(usv(name));
  }
  getAll(name) {
    need(arguments, "name");
    return this.#impl.getAll(usv(name));
  }
  has(name, value = undefined) {
    need(arguments, "name");
    return this.#impl.has(usv(name), value === undefined ? undefined : usv(value));
  }
  set(name, value) {
    need(arguments, "name", "value");
    this.#impl.set(usv(name), usv(value));
  }
  sort() {
    this.#impl.sort();
  }
  toString() {
    return this.#impl.toString();
  }
  forEach(callback, thisArg = undefined) {
    validateFunction(callback, "callback");
    for (const [name, value] of this.#impl._list) Reflect.apply(callback, thisArg, [value, name, this]);
  }
  entries() {
    return new Iterator(this, "entries");
  }
  keys() {
    return new Iterator(this, "keys");
  }
  values() {
    return new Iterator(this, "values");
  }
  [custom](depth, options, inspect) {
    if (typeof depth === "number" && depth < 0) return options.stylize("[Object]", "special");
    const fields = this.#impl._list.map(([name, value]) => `${inspect(name, options)} => ${inspect(value, options)}`);
    return listed("URLSearchParams", fields, options);
  }
}
const { over, listOf: rawList } = URLSearchParams;
delete URLSearchParams.over;
delete URLSearchParams.listOf;
paramsOver = over;

function listOf(params, name) {
  if (!(params instanceof URLSearchParams)) throw new codes.ERR_INVALID_THIS(name);
  return rawList(params);
}

const TAKE = { keys: ([name]) => name, values: ([, value]) => value, entries: ([name, value]) => [name, value] };

class Iterator {
  #params;
  #kind;
  #at = 0;
  constructor(params, kind) {
    this.#params = params;
    this.#kind = kind;
  }
  next() {
    const list = listOf(this.#params, "URLSearchParams");
    if (this.#at >= list.length) return { value: undefined, done: true };
    this.#at += 1;
    return { value: TAKE[this.#kind](list[this.#at - 1]), done: false };
  }
  [custom](depth, options, inspect) {
    if (typeof depth === "number" && depth < 0) return options.stylize("[Object]", "special");
    const rest = listOf(this.#params, "URLSearchParams").slice(this.#at);
    return listed(
      "URLSearchParams Iterator",
      rest.map(TAKE[this.#kind]).map((one) => inspect(one, options)),
      options,
    );
  }
}

/** `Name { 'a' => '1' }`, broken into lines where it is too long for one. */
function listed(name, fields, options) {
  if (fields.length === 0) return `${name} {}`;
  const length = fields.reduce((sum, field) => sum + field.replace(/\u001b\[\d\d?m/g, "").length + 2, -2);
  if (length > options.breakLength) return `${name} {\n  ${fields.join(",\n  ")} }`;
  return `${name} { ${fields.join(", ")} }`;
}

function need(args, ...names) {
  if (args.length < names.length) throw new codes.ERR_MISSING_ARGS(...names);
}

/** What whatwg-url takes: a string, a list of pairs, or an object without a prototype. */
function initial(init) {
  if (init === undefined) return "";
  if (init === null || (typeof init !== "object" && typeof init !== "function")) return usv(init);
  const iterate = init[Symbol.iterator];
  if (iterate == null) return recordOf(init);
  if (typeof iterate !== "function") throw new codes.ERR_ARG_NOT_ITERABLE("Query pairs");
  return Array.from(init, (pair) => {
    if ((typeof pair !== "object" && typeof pair !== "function") || pair === null || typeof pair[Symbol.iterator] !== "function") {
      throw new codes.ERR_INVALID_TUPLE("Each query pair", "[name, value]");
    }
    const both = Array.from(pair, usv);
    if (both.length !== 2) throw new codes.ERR_INVALID_TUPLE("Each query pair", "[name, value]");
    return both;
  });
}

function recordOf(init) {
  const record = { __proto__: null };
  for (const key of Reflect.ownKeys(init)) {
    if (Object.getOwnPropertyDescriptor(init, key)?.enumerable) record[usv(key)] = usv(init[key]);
  }
  return record;
}

Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
  configurable: true,
  writable: true,
  value: URLSearchParams.prototype.entries,
});
Object.setPrototypeOf(Iterator.prototype, Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())));
Object.defineProperty(Iterator.prototype, Symbol.toStringTag, { configurable: true, value: "URLSearchParams Iterator" });
for (const Class of [URL, URLSearchParams]) {
  for (const key of Object.getOwnPropertyNames(Class.prototype)) {
    if (key !== "constructor") Object.defineProperty(Class.prototype, key, { enumerable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { configurable: true, value: Class.name });
}
