import assert, { AssertionError } from "node:assert/strict";

export const handler = async (order) => {
  try {
    assert.ok("quantity" in order, "quantity is required");
    assert.equal(typeof order.quantity, "number");
    assert(order.quantity > 0, new RangeError("quantity must be positive"));
    assert.deepEqual({ a: [1, { b: 2 }], order }, { a: [1, { b: 2 }], order: { quantity: 3 } });
    assert.throws(() => JSON.parse("{"), SyntaxError);
    await assert.rejects(Promise.reject(new TypeError("x")), { name: "TypeError", message: "x" });
    assert.match("order-17", /^order-\d+$/);
    assert.notDeepEqual([1, 2], [2, 1]);
    assert.deepEqual([1, 2, [3]], [1, 2, [4]]);
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    console.log(error.message);
    return { code: error.code, operator: error.operator, generated: error.generatedMessage, actual: error.actual ?? null };
  }
};
