/** In place of undici's lib/util/runtime-features.js, which loads the modules that it asks about. */
module.exports = { runtimeFeatures: { has: () => false } };
