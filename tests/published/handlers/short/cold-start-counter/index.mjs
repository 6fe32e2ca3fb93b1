let isCold = true;
let count = 0;
const started = new Date();
export const handler = async (event, context) => {
  const result = { isCold, count: ++count, sameStart: started === globalThis.started, name: context.functionName, memory: context.memoryLimitInMB };
  isCold = false;
  globalThis.started = started;
  return result;
};
