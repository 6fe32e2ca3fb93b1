/** In place of undici's lib/core/diagnostics.js: nobody listens on its channels. */
const silent = { hasSubscribers: false };

module.exports = { channels: new Proxy({}, { get: () => silent }) };
