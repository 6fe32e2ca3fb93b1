/** node:process. */
const { process } = globalThis;

export { process as "module.exports" };
