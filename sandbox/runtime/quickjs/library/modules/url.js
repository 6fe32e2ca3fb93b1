/** node:url. */
import { codes } from "../internal/errors.js";
import { validateBoolean, validateObject, validateString } from "../internal/validators.js";
import { URL, URLSearchParams } from "../internal/whatwg-url.js";

const legacy = () => require("internal/legacy-url");
const isUrl = (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);

function fileURLToPath(path) {
  let url = path;
  if (typeof path === "string") url = new URL(path);
  else if (!isUrl(path)) throw new codes.ERR_INVALID_ARG_TYPE("path", ["string", "URL"], path);
  if (url.protocol !== "file:") throw new codes.ERR_INVALID_URL_SCHEME("file");
  if (url.hostname !== "") throw new codes.ERR_INVALID_FILE_URL_HOST("linux");
  if (/%2f/i.test(url.pathname)) throw withInput(new codes.ERR_INVALID_FILE_URL_PATH("must not include encoded / characters"), url);
  return decodeURIComponent(url.pathname);
}

function withInput(error, url) {
  error.input = url;
  return error;
}

const ESCAPES = { "%": "%25", "\\": "%5C", "\n": "%0A", "\r": "%0D", "\t": "%09", "?": "%3F", "#": "%23" };

function pathToFileURL(filepath) {
  validateString(filepath, "path");
  const resolved = require("path").resolve(filepath);
  const slash = filepath.endsWith("/") && !resolved.endsWith("/") ? "/" : "";
  return new URL(`file://${(resolved + slash).replace(/[%\\\n\r\t?#]/g, (character) => ESCAPES[character])}`);
}

function urlToHttpOptions(url) {
  validateObject(url, "url", 2 | 4);
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname?.startsWith("[") ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ""}${search || ""}`,
    href: url.href,
  };
  if (port !== "") options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

function format(url, options) {
  if (typeof url === "string" || url === null || typeof url !== "object") {
    if (typeof url !== "string") throw new codes.ERR_INVALID_ARG_TYPE("urlObject", ["Object", "string"], url);
    return legacy().format(url);
  }
  if (!isUrl(url)) return legacy().format(url);
  if (options !== undefined) validateObject(options, "options");
  const wanted = (name) => {
    if (options?.[name] != null) validateBoolean(options[name], `options.${name}`);
    return options?.[name] ?? true;
  };
  const { protocol, username, password, host, pathname, search, hash } = url;
  const credentials = (username !== "" || password !== "") && wanted("auth") ? `${username}${password === "" ? "" : `:${password}`}@` : "";
  const opaque = !url.href.startsWith(`${protocol}//`);
  const unicode = options?.unicode ? domainToUnicode(url.hostname) + (url.port === "" ? "" : `:${url.port}`) : host;
  return `${protocol}${opaque ? "" : "//"}${credentials}${unicode}${pathname}${wanted("search") ? search : ""}${wanted("fragment") ? hash : ""}`;
}

function parse(url, parseQueryString, slashesDenoteHost) {
  if (url instanceof legacy().Url) return url;
  validateString(url, "url");
  return legacy().parse(url, parseQueryString, slashesDenoteHost);
}

/** Through a URL, as Node does: what is no host name gives "". */
function domainToASCII(domain) {
  return URL.parse(`ws://${domain}`)?.hostname ?? "";
}

function domainToUnicode(domain) {
  const ascii = domainToASCII(domain);
  return ascii === "" ? "" : require("internal/idna").toUnicode(ascii, { checkHyphens: false, useSTD3ASCIIRules: false }).domain;
}

const url = {
  Url: undefined,
  parse,
  resolve: (from, to) => legacy().resolve(from, to),
  resolveObject: (from, to) => legacy().resolveObject(from, to),
  format,
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  pathToFileURL,
  fileURLToPath,
  fileURLToPathBuffer: (path) => Buffer.from(fileURLToPath(path)),
  urlToHttpOptions,
};
Object.defineProperty(url, "Url", { configurable: true, enumerable: true, get: () => legacy().Url });

// Few programs have patterns; most have addresses.
Object.defineProperty(url, "URLPattern", {
  configurable: true,
  enumerable: true,
  get: () => require("internal/url-pattern").URLPattern,
  set: (value) => Object.defineProperty(url, "URLPattern", { value, writable: true }),
});

export { url as "module.exports" };
