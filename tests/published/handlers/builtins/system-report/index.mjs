import os, { EOL, platform } from "node:os";
import process from "node:process";
import { performance, PerformanceObserver } from "node:perf_hooks";

export const handler = async () => {
  const before = process.hrtime.bigint();
  performance.mark("start");
  let sum = 0;
  for (let i = 0; i < 1e4; i++) sum += Math.sqrt(i);
  performance.mark("end");
  const measure = performance.measure("work", "start", "end");
  const [seconds, nanos] = process.hrtime();
  const usage = process.memoryUsage();
  return {
    platform: platform(),
    type: os.type(),
    eol: EOL,
    endianness: os.endianness(),
    tmp: os.tmpdir(),
    cpus: os.cpus().length > 0,
    memory: os.totalmem() > os.freemem(),
    types: [typeof os.hostname(), typeof os.uptime(), os.loadavg().length, typeof os.release(), typeof process.pid, typeof process.uptime()],
    signals: os.constants.signals.SIGTERM,
    errno: os.constants.errno.ENOENT,
    positive: process.hrtime.bigint() > before,
    measured: [measure.name, measure.entryType, measure.duration >= 0, performance.getEntriesByType("mark").map((m) => m.name)],
    hr: seconds > 0 && nanos >= 0,
    usage: Object.keys(usage).sort(),
    cwd: process.cwd(),
    version: /^v24\./.test(process.version),
    features: typeof process.release.name,
    sum: sum.toFixed(3),
    origin: performance.timeOrigin > 1e12,
  };
};
