const { v4: uuidv4 } = require('uuid');
exports.handler = async () => ({ ok: /^[\da-f-]{36}$/.test(uuidv4()), unique: uuidv4() !== uuidv4() });
