const users = require("./users");
exports.count = (name) => name.length;
exports.forUser = (name) => users.list().filter((user) => user.name === name).map((user) => `${user.name}:${user.open}`);
