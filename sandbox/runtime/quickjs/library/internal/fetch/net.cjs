/** node:net, as far as undici uses it. */
module.exports = { isIP: (text) => require("internal/net")("internal/net").isIP(text) };
