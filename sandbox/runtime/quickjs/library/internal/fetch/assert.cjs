/** node:assert, as far as undici uses it. */
module.exports = function assert(value, message) {
  if (!value)
    throw new (require("assert").AssertionError)({
      message: message ?? "The expression evaluated to a falsy value",
      actual: value,
      expected: true,
      operator: "==",
    });
};
