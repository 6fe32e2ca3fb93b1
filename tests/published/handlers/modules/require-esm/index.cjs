const { fibonacci, default: label } = require("./math.mjs");
const whole = require("./math.mjs");

exports.handler = async ({ n }) => {
  console.log(label, Object.keys(whole));
  return { value: fibonacci(n), tag: whole[Symbol.toStringTag], module: require("node:util").types.isModuleNamespaceObject(whole) };
};
