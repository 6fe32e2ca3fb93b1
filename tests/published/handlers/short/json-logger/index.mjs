const log = (level) => (message, extra = {}) => console[level](JSON.stringify({ level, message, ...extra }));
const logger = { info: log("info"), warn: log("warn"), error: log("error"), debug: log("debug") };
export const handler = async (event, { functionName, functionVersion }) => {
  logger.info("start", { functionName, functionVersion, event });
  logger.debug("deep", { a: { b: [1, { c: null }] }, u: undefined, d: new Date(0), n: NaN });
  try { null.x; } catch (error) { logger.error(error.message, { name: error.name, stack: error.stack.split("\n").length > 1 }); }
  return true;
};
