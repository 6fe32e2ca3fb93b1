const names = require("./names.json");
module.exports = { nameOf: (code) => names[code], where: __dirname };
