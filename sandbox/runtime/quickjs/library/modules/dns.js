/** node:dns: names as the sandbox's network knows them; records of other kinds exist for none. */
import { codes } from "../internal/errors.js";
import { lookedUp, nameError } from "../internal/network.js";
import { validateFunction, validateString } from "../internal/validators.js";

const CODES = {
  NODATA: "ENODATA",
  FORMERR: "EFORMERR",
  SERVFAIL: "ESERVFAIL",
  NOTFOUND: "ENOTFOUND",
  NOTIMP: "ENOTIMP",
  REFUSED: "EREFUSED",
  BADQUERY: "EBADQUERY",
  BADNAME: "EBADNAME",
  BADFAMILY: "EBADFAMILY",
  BADRESP: "EBADRESP",
  CONNREFUSED: "ECONNREFUSED",
  TIMEOUT: "ETIMEOUT",
  EOF: "EOF",
  FILE: "EFILE",
  NOMEM: "ENOMEM",
  DESTRUCTION: "EDESTRUCTION",
  BADSTR: "EBADSTR",
  BADFLAGS: "EBADFLAGS",
  NONAME: "ENONAME",
  BADHINTS: "EBADHINTS",
  NOTINITIALIZED: "ENOTINITIALIZED",
  LOADIPHLPAPI: "ELOADIPHLPAPI",
  ADDRGETNETWORKPARAMS: "EADDRGETNETWORKPARAMS",
  CANCELLED: "ECANCELLED",
};
/** What asks a name server → the query's name in an error. Names have IPv4 addresses and nothing else. */
const QUERIES = {
  resolve: "queryA",
  resolve4: "queryA",
  resolve6: "queryAaaa",
  resolveAny: "queryAny",
  resolveCaa: "queryCaa",
  resolveCname: "queryCname",
  resolveMx: "queryMx",
  resolveNaptr: "queryNaptr",
  resolveNs: "queryNs",
  resolvePtr: "queryPtr",
  resolveSoa: "querySoa",
  resolveSrv: "querySrv",
  resolveTlsa: "queryTlsa",
  resolveTxt: "queryTxt",
};
let order = "verbatim";

function lookup(hostname, options, callback = undefined) {
  const done = callback ?? options;
  if (hostname) validateString(hostname, "hostname");
  const family = typeof options === "number" ? options : (options?.family ?? 0);
  if (typeof options !== "number" && typeof options !== "function" && options != null && typeof options !== "object") {
    throw new codes.ERR_INVALID_ARG_TYPE("options", ["integer", "object"], options);
  }
  validateFunction(done, "callback");
  const all = typeof options === "object" && options?.all === true;
  if (!hostname) {
    process.nextTick(done, null, all ? [] : null, ...(all ? [] : [family === 6 ? 6 : 4]));
    return {};
  }
  later(hostname, (address) => {
    if (address === undefined || (family === 6 && !address.includes(":"))) return done(nameError(hostname));
    const found = address.includes(":") ? 6 : 4;
    return all ? done(null, [{ address, family: found }]) : done(null, address, found);
  });
  return {};
}

function later(hostname, answered) {
  const { after, address } = lookedUp(hostname);
  if (after === 0) process.nextTick(answered, address);
  else globalThis.setTimeout(answered, after, address);
}

function query(name) {
  const ask = (hostname, ...rest) => {
    validateString(hostname, "name");
    const done = rest.at(-1);
    validateFunction(done, "callback");
    const kind = name === "resolve" && typeof rest[0] === "string" ? rest[0] : undefined;
    const syscall = kind === undefined ? QUERIES[name] : `query${kind[0]}${kind.slice(1).toLowerCase()}`;
    later(hostname, (address) => {
      if (address === undefined) return done(nameErrorOf(syscall, "ENOTFOUND", hostname));
      if (syscall !== "queryA" || address.includes(":")) return done(nameErrorOf(syscall, "ENODATA", hostname));
      return done(null, [address]);
    });
    return {};
  };
  return Object.defineProperty(ask, "name", { value: name });
}

function nameErrorOf(syscall, code, hostname) {
  return Object.assign(new Error(`${syscall} ${code} ${hostname}`), { errno: undefined, code, syscall, hostname });
}

const queries = Object.fromEntries(Object.keys(QUERIES).map((name) => [name, query(name)]));

function reverse(address, callback) {
  validateString(address, "name");
  validateFunction(callback, "callback");
  process.nextTick(callback, nameErrorOf("getHostByAddr", "ENOTFOUND", address));
  return {};
}

function lookupService(address, _port, callback) {
  validateFunction(callback, "callback");
  process.nextTick(callback, nameErrorOf("getnameinfo", "ENOTFOUND", address));
}

class Resolver {
  #servers = ["169.254.78.1"];
  cancel() {}
  setLocalAddress() {}
  getServers() {
    return [...this.#servers];
  }
  setServers(servers) {
    this.#servers = [...servers];
  }
}
Object.assign(Resolver.prototype, queries, { reverse });

const shared = new Resolver();
const common = {
  getDefaultResultOrder: () => order,
  setDefaultResultOrder(value) {
    order = value;
  },
  getServers: () => shared.getServers(),
  setServers: function defaultResolverSetServers(servers) {
    shared.setServers(servers);
  },
};
const dns = { lookup, lookupService, Resolver, ...common, ADDRCONFIG: 32, ALL: 16, V4MAPPED: 8, ...CODES, ...queries, reverse };

Object.defineProperty(dns, "promises", { configurable: true, enumerable: true, get: () => require("dns/promises") });

export { dns as "module.exports" };
