/** Loops that wait for a clock to move: it moves, at the pace of the work done. */
import { type HostileCase, hostile, returns, timesOut } from "../case.ts";

const busy = (name: string, body: string, expected = returns('"waited"'), more?: Parameters<typeof hostile>[4]) =>
  hostile("busy waiting", name, body, expected, more);

export const BUSY_WAITING: readonly HostileCase[] = [
  busy("Date.now() for 500 ms", 'const end = Date.now() + 500; while (Date.now() < end); return "waited";'),
  busy("new Date() for 500 ms", 'const end = +new Date() + 500; while (+new Date() < end); return "waited";'),
  busy("performance.now() for 500 ms", 'const end = performance.now() + 500; while (performance.now() < end); return "waited";'),
  busy(
    "process.hrtime.bigint() for 500 ms",
    'const end = process.hrtime.bigint() + 500_000_000n; while (process.hrtime.bigint() < end); return "waited";',
  ),
  busy("context.getRemainingTimeInMillis() down to 100 ms", 'while (context.getRemainingTimeInMillis() > 100); return "waited";'),
  busy("Date.now() for longer than the function has", "const end = Date.now() + 5000; while (Date.now() < end);", timesOut()),
  busy(
    "Date.now() for five seconds at a whole vCPU",
    'const end = Date.now() + 5000; while (Date.now() < end); return "waited";',
    returns('"waited"'),
    {
      options: { MemorySize: 1769, Timeout: 10 },
    },
  ),
  busy(
    "Date.now() for a minute at 10,240 MB",
    'const end = Date.now() + 60_000; while (Date.now() < end); return "waited";',
    returns('"waited"'),
    {
      options: { MemorySize: 10_240, Timeout: 900 },
    },
  ),
  busy(
    "Date.now() beside some work at each turn",
    'const end = Date.now() + 300; let n = 0; while (Date.now() < end) for (let i = 0; i < 50; i++) n += i; return "waited";',
  ),
  busy("Atomics.wait for ever", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);", timesOut()),
  busy("Atomics.wait for 300 ms", "return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);", returns('"timed-out"')),
  busy(
    "Atomics.wait for a value that is not there",
    "return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1, 1e9);",
    returns('"not-equal"'),
  ),
  busy("a clock that the code has replaced", "Date.now = () => 0; while (Date.now() < 1);", timesOut()),
];
