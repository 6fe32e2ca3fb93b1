const tag: unique symbol = Symbol("lookup");

exports.lookup = function lookup(value: any, [head, ...rest]: string[]): any {
  if (head === undefined) return value;
  return lookup(value?.[head], rest);
};
exports[tag] = true;
