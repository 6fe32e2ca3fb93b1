/** node:dns/promises. */
import dns from "dns";

const CALLS = Object.keys(dns).filter((key) => /^(resolve|reverse)/.test(key));

function lookup(hostname, options = {}) {
  return new Promise((resolve, reject) => {
    dns.lookup(hostname, options, (error, address, family) => {
      if (error) reject(error);
      else resolve(family === undefined ? address : { address, family });
    });
  });
}

function promised(run) {
  const asked = function (...args) {
    return new Promise((resolve, reject) => {
      run.call(this, ...args, (error, value) => (error ? reject(error) : resolve(value)));
    });
  };
  return Object.defineProperty(asked, "name", { value: run.name });
}

class Resolver extends dns.Resolver {}
for (const name of CALLS) Resolver.prototype[name] = promised(dns[name]);

const {
  Resolver: _Resolver,
  lookupService,
  promises: _promises,
  ADDRCONFIG: _a,
  ALL: _b,
  V4MAPPED: _c,
  ...rest
} = Object.getOwnPropertyDescriptors(dns);
const promises = Object.defineProperties({}, rest);
for (const name of CALLS) promises[name] = promised(dns[name]);
Object.assign(promises, { lookup, lookupService: promised(lookupService.value), Resolver });

export { promises as "module.exports" };
