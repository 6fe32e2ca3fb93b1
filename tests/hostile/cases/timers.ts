/** Timers by the hundred thousand, and timers that never stop. */
import { type HostileCase, hostile, returns, timesOut } from "../case.ts";

const storm = (name: string, body: string, expected = timesOut(), more?: Parameters<typeof hostile>[4]) =>
  hostile("timer storm", name, body, expected, more);

export const TIMER_STORMS: readonly HostileCase[] = [
  storm("setInterval of 0 for ever", "setInterval(() => {}, 0); await new Promise(() => {});"),
  storm("a thousand intervals", "for (let i = 0; i < 1000; i++) setInterval(() => {}, 1); await new Promise(() => {});"),
  storm("setImmediate that sets itself", "const again = () => setImmediate(again); again(); await new Promise(() => {});"),
  storm("setTimeout that sets itself", "const again = () => setTimeout(again, 0); again(); await new Promise(() => {});"),
  storm(
    "timers that double at each turn",
    "const split = () => { setTimeout(split); setTimeout(split); }; split(); await new Promise(() => {});",
    timesOut(),
    {
      options: { MemorySize: 1024 },
    },
  ),
  storm(
    "25,000 timers due at one instant",
    "let fired = 0; await new Promise((done) => { for (let i = 0; i < 25_000; i++) setTimeout(() => ++fired === 25_000 && done(), 5); }); return fired;",
    returns("25000"),
    { options: { MemorySize: 1769, Timeout: 30 } },
  ),
  storm(
    "20,000 timers that fall due one after the other, set in reverse",
    "let fired = 0; await new Promise((done) => { for (let i = 20_000; i > 0; i--) setTimeout(() => ++fired === 20_000 && done(), i); }); return fired;",
    returns("20000"),
    { options: { MemorySize: 1769, Timeout: 60 } },
  ),
  storm(
    "25,000 timers left behind for later",
    'for (let i = 0; i < 25_000; i++) setTimeout(() => {}, 1e6 + i); return "left";',
    returns('"left"'),
    {
      options: { MemorySize: 1769, Timeout: 30 },
    },
  ),
  storm(
    "15,000 timers set and cleared",
    "let fired = 0; const ids = []; for (let i = 0; i < 15_000; i++) ids.push(setTimeout(() => fired++, i)); ids.forEach(clearTimeout); await new Promise((done) => setTimeout(done, 10)); return fired;",
    returns("0"),
    { options: { MemorySize: 1769, Timeout: 30 } },
  ),
  storm(
    "5,000 timers refreshed five times each",
    "const ids = []; for (let i = 0; i < 5000; i++) ids.push(setTimeout(() => {}, 1000)); for (let n = 0; n < 5; n++) ids.forEach((id) => id.refresh()); ids.forEach(clearTimeout); return ids.length;",
    returns("5000"),
    { options: { MemorySize: 1769, Timeout: 30 } },
  ),
  storm(
    "delays that are no delays",
    'let fired = 0; const odd = [Number.NaN, Infinity, -Infinity, -1, 0, 2 ** 31, 1e300, "x", null, undefined, {}, [], true, "5"]; await new Promise((done) => { for (const delay of odd) setTimeout(() => ++fired === odd.length && done(), delay); }); return fired;',
    returns("14"),
  ),
  storm(
    "timers whose insides are changed to nonsense",
    "for (const odd of [Number.NaN, Infinity, -1, -Infinity, '5', {}, null, undefined]) { const timer = setTimeout(() => {}, 5); timer._idleTimeout = odd; timer.refresh(); } await new Promise((done) => setTimeout(done, 20)); return 'lived';",
    returns('"lived"'),
  ),
  storm("an interval that outlives the handler", 'setInterval(() => {}, 1); return "left";', returns('"left"')),
  {
    kind: "timer storm",
    name: "an interval that a callback of nodejs22.x waits for",
    files: {
      "index.js":
        'exports.handler = (event, context, callback) => { if (event.again) { callback(null, "works"); return; } setInterval(() => {}, 1); callback(null, "never"); };',
    },
    options: { Runtime: "nodejs22.x", Timeout: 3 },
    expected: timesOut(3),
  },
  storm("15 minutes of an interval of 1 ms", "setInterval(() => {}, 1); await new Promise(() => {});", timesOut(900), {
    options: { MemorySize: 1769, Timeout: 900 },
  }),
  storm("setTimeout of a symbol", "try { setTimeout(() => {}, Symbol()); } catch (error) { return error.name; }", returns('"TypeError"')),
];
