"use strict";
const CURRENCY = "USD";
function format(cents) {
  return `${CURRENCY} ${(cents / 100).toFixed(2)}`;
}
module.exports = { format, CURRENCY };
module.exports.round = (n) => Math.round(n);
