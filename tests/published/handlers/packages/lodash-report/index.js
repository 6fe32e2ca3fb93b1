const _ = require("lodash");
const debounce = require("lodash/debounce");

exports.handler = async ({ sales }) => {
  const byShop = _.chain(sales).groupBy("shop").mapValues((rows) => _.sumBy(rows, "total")).value();
  const settings = _.merge({ a: { b: 1 } }, { a: { c: _.get(sales, "[0].shop", "?") } });
  return { byShop, settings, top: _.maxBy(sales, "total"), camel: _.camelCase("hello big-world"), chunk: _.chunk([1, 2, 3], 2), type: typeof debounce(() => {}, 1), template: _.template("hi <%= name %>")({ name: "m" }) };
};
