const orders = require("./orders");
const list = [];
exports.add = (name) => list.push({ name, open: orders.count(name) });
exports.list = () => list.slice();
