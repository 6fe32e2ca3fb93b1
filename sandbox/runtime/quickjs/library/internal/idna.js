/**
 * Domain names to ASCII and back: the package tr46. Its tables are large, so they are loaded only for a name that needs them:
 * for others the URL Standard says that lower case is the answer ("domain to ASCII", step 2).
 */
const needsTables = (domain) => /[^\x00-\x7f]/.test(domain) || /(?:^|\.)xn--/i.test(domain);

export function toASCII(domain, options) {
  return needsTables(domain) ? require("internal/tr46").toASCII(domain, options) : domain.toLowerCase();
}

export function toUnicode(domain, options) {
  return needsTables(domain) ? require("internal/tr46").toUnicode(domain, options) : { domain: domain.toLowerCase(), error: false };
}
