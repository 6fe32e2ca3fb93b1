/** URLPattern: matching is the package urlpattern-polyfill's; errors and the shape of results are Node's. */
import { URLPattern as Base } from "urlpattern-polyfill/urlpattern";

const COMPONENTS = ["hash", "hostname", "password", "pathname", "port", "protocol", "search", "username"];
const INPUTS = ["protocol", "username", "password", "hostname", "port", "pathname", "search", "hash", "baseURL"];

const refusal = (message, code) => Object.assign(new TypeError(message), { code });

function checkInput(input) {
  if (input != null && typeof input !== "string" && typeof input !== "object") {
    throw refusal("Input must be an object or a string", "ERR_INVALID_ARG_TYPE");
  }
}

/** Of an object that was asked about, Node gives back each part, also those that are not there. */
const given = (input) => (typeof input === "string" ? input : Object.fromEntries(INPUTS.map((name) => [name, input[name]])));

export class URLPattern {
  #pattern;
  constructor(input = undefined, ...rest) {
    checkInput(input);
    try {
      this.#pattern = new Base(input ?? {}, ...rest);
    } catch {
      // Which part was wrong, and why, Node does not say.
      throw refusal("Failed to construct URLPattern", "ERR_INVALID_URL_PATTERN");
    }
  }
  get protocol() {
    return this.#pattern.protocol;
  }
  get username() {
    return this.#pattern.username;
  }
  get password() {
    return this.#pattern.password;
  }
  get hostname() {
    return this.#pattern.hostname;
  }
  get port() {
    return this.#pattern.port;
  }
  get pathname() {
    return this.#pattern.pathname;
  }
  get search() {
    return this.#pattern.search;
  }
  get hash() {
    return this.#pattern.hash;
  }
  get hasRegExpGroups() {
    return this.#pattern.hasRegExpGroups;
  }
  exec(input, baseURL) {
    checkInput(input);
    const found = this.#pattern.exec(input ?? {}, baseURL);
    if (found === null) return null;
    const result = { __proto__: null };
    for (const name of [...COMPONENTS, "inputs"].sort()) {
      result[name] = name === "inputs" ? found.inputs.map(given) : { groups: found[name].groups, input: found[name].input };
    }
    return result;
  }
  test(input, baseURL) {
    checkInput(input);
    return this.#pattern.test(input ?? {}, baseURL);
  }
}

for (const name of [...INPUTS.slice(0, -1), "hasRegExpGroups", "exec", "test"]) {
  Object.defineProperty(URLPattern.prototype, name, { ...Object.getOwnPropertyDescriptor(URLPattern.prototype, name), enumerable: true });
}
