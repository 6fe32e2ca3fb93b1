/** node:http, as far as undici mentions it where no WebSocket is. */
module.exports = { STATUS_CODES: {}, IncomingMessage: class {} };
