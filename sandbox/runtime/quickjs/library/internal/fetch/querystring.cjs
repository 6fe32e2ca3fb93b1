/** node:querystring, loaded when a request is given a `query`. */
module.exports = { stringify: (...args) => require("querystring").stringify(...args) };
