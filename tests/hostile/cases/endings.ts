/** Ways to end a process, to keep it from ending, and to leave rejections behind. */
import { type Expected, exits, type HostileCase, hostile, returns, throws, timesOut } from "../case.ts";

const exit = (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("process exit", name, body, expected, more);
const swallowed = (name: string, body: string, expected: Expected = timesOut(), more: Parameters<typeof hostile>[4] = {}) =>
  hostile("swallowed timeout", name, body, expected, more);
const rejections = (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("unhandled rejections", name, body, expected, more);
const withoutReason: Expected = {
  status: "error",
  errorType: "Runtime.ExitError",
  payload: /"Runtime\.ExitError","errorMessage":"RequestId: \S+ Error: Runtime exited without providing a reason"/,
};
/** An init that ends the process runs again in the invocation, and ends again. */
const initExit = (name: string, statement: string, payload: RegExp): HostileCase => ({
  kind: "process exit",
  name,
  files: { "index.mjs": `${statement}\nexport const handler = async () => "works";` },
  expected: { status: "error", errorType: "Runtime.ExitError", payload },
  then: { status: "error", errorType: "Runtime.ExitError", payload },
});

export const PROCESS_EXITS: readonly HostileCase[] = [
  exit("process.exit(0) in a handler", "process.exit(0);", withoutReason),
  exit("process.exit(1) in a handler", "process.exit(1);", exits("exit status 1")),
  exit("process.exit(300)", "process.exit(300);", exits("exit status 44")),
  exit("process.exit in a finally", "try { return 1; } finally { process.exit(2); }", exits("exit status 2")),
  exit("process.exit that is caught", "try { process.exit(3); } catch {} finally { for (;;); }", exits("exit status 3")),
  exit("process.exit in a promise job", "await Promise.resolve().then(() => process.exit(4));", exits("exit status 4")),
  exit("process.exit in a timer", "setTimeout(() => process.exit(5), 10); await new Promise(() => {});", exits("exit status 5")),
  exit("process.exit in nextTick", "process.nextTick(() => process.exit(6)); await new Promise(() => {});", exits("exit status 6")),
  exit(
    "process.exit in setImmediate, before the answer is sent",
    "setImmediate(() => process.exit(7)); return 'lost';",
    exits("exit status 7"),
  ),
  exit("process.exit in toJSON of the result", "return { toJSON() { process.exit(8); } };", exits("exit status 8")),
  exit("process.exit in a getter of the result", "return { get x() { process.exit(9); } };", exits("exit status 9")),
  exit(
    "process.exit in a getter of the error",
    "throw Object.defineProperty(new Error('x'), 'message', { get() { process.exit(10); } });",
    exits("exit status 10"),
  ),
  exit("process.exit in an exit listener", "process.on('exit', () => process.exit(11)); process.exit(1);", exits("exit status 11")),
  exit("an exit listener that loops", "process.on('exit', () => { for (;;); }); process.exit(1);", timesOut()),
  exit("an exit listener that throws", "process.on('exit', () => { throw new Error('late'); }); process.exit(1);", throws("Error", "late")),
  exit("process.exitCode and an empty event loop", "process.exitCode = 12; await new Promise(() => {});", {
    status: "error",
    errorType: "Runtime.ExitError",
  }),
  exit("process.exit deep in a recursion", "const f = (n) => (n === 0 ? process.exit(13) : f(n - 1)); f(300);", exits("exit status 13")),
  exit(
    "process.exit inside a sort inside JSON.stringify",
    "JSON.stringify({ toJSON: () => [2, 1].sort(() => process.exit(14)) });",
    exits("exit status 14"),
  ),
  exit("process.exit with odd codes", "try { process.exit({}); } catch (error) { return error.code; }", returns('"ERR_INVALID_ARG_TYPE"')),
  exit("process.abort", "process.abort();", exits("signal: aborted (core dumped)")),
  exit(
    "process.kill of itself with SIGKILL",
    "process.kill(process.pid, 'SIGKILL'); await new Promise((resolve) => setTimeout(resolve, 10));",
    exits("signal: killed"),
  ),
  exit(
    "process.kill of itself with SIGTERM",
    "process.kill(process.pid, 'SIGTERM'); await new Promise((resolve) => setTimeout(resolve, 10));",
    exits("signal: terminated"),
  ),
  exit(
    "process.kill of itself with SIGTERM and a listener",
    "process.on('SIGTERM', () => {}); process.kill(process.pid, 'SIGTERM'); await new Promise((resolve) => setTimeout(resolve, 10)); return 'lived';",
    returns('"lived"'),
  ),
  exit(
    "process.kill of another process",
    "try { process.kill(99999); } catch (error) { return [error.code, error.syscall]; }",
    returns('["ESRCH","kill"]'),
  ),
  exit("process.kill with signal 0", "return process.kill(process.pid, 0);", returns("true")),
  exit("a promise that never settles", "await new Promise(() => {});", exits("exit status 13")),
  exit(
    "an error that is thrown in a timer",
    "setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});",
    exits("exit status 1", { logs: [/Error: late/] }),
  ),
  exit(
    "an error thrown in an uncaughtException listener",
    "process.on('uncaughtException', () => { throw new Error('again'); }); setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});",
    { status: "error", errorType: "Runtime.ExitError" },
  ),
  exit(
    "an uncaughtException listener that carries on",
    "process.on('uncaughtException', () => {}); setTimeout(() => { throw new Error('late'); }); await new Promise((resolve) => setTimeout(resolve, 10)); return 'lived';",
    returns('"lived"'),
  ),
  initExit("process.exit(0) in Init", "process.exit(0);", /Runtime exited without providing a reason/),
  initExit("process.exit(1) in Init", "process.exit(1);", /exit status 1/),
  initExit("process.abort in Init", "process.abort();", /aborted \(core dumped\)/),
  initExit("a top-level await that never ends", "await new Promise(() => {});", /exit status 13/),
  initExit("process.exit in a timer of Init", "setTimeout(() => process.exit(9), 1); await new Promise(() => {});", /exit status 9/),
  {
    kind: "process exit",
    name: "process.exit after the answer of a callback handler of nodejs22.x",
    files: {
      "index.js":
        'exports.handler = (event, context, callback) => { if (event.again) return callback(null, "works"); context.callbackWaitsForEmptyEventLoop = false; callback(null, "answered"); process.exit(1); };',
    },
    options: { Runtime: "nodejs22.x" },
    expected: returns('"answered"'),
  },
  {
    kind: "process exit",
    name: "process.exit(1) in a handler of nodejs22.x",
    files: { "index.js": 'exports.handler = async (event) => { if (event.again) return "works"; process.exit(1); };' },
    options: { Runtime: "nodejs22.x" },
    expected: exits("exit status 1"),
  },
];

export const SWALLOWED_TIMEOUTS: readonly HostileCase[] = [
  swallowed("try and catch around an endless loop", "for (;;) try { for (;;); } catch {}"),
  swallowed("a finally that loops on", "try { for (;;); } finally { for (;;); }"),
  swallowed("a finally that returns", "try { for (;;); } finally { return 'swallowed'; }"),
  swallowed("a catch in a promise", "await new Promise(() => { for (;;); }).catch(() => 'swallowed'); return 'swallowed';"),
  swallowed(
    "a generator's finally",
    "function* g() { try { yield 1; for (;;); } finally { yield 'swallowed'; } } for (const x of g()) if (x === 'swallowed') return x;",
  ),
  swallowed("a catch at every level of a recursion", "const f = () => { try { for (;;); } catch { return f(); } }; return f();"),
  swallowed(
    "an error handler of the process",
    "process.on('uncaughtException', () => {}); process.on('unhandledRejection', () => {}); setTimeout(() => { for (;;); }); await new Promise(() => {});",
  ),
  swallowed(
    "an exit handler",
    "process.on('exit', () => { for (;;) console.log('still here'); }); for (;;);",
    timesOut(1, { noLogs: [/still here/] }),
  ),
  swallowed(
    "a Proxy that answers everything while it loops",
    "const p = new Proxy({}, { get() { try { for (;;); } finally { return 1; } } }); return p.x;",
  ),
  swallowed("a toJSON that swallows", "return { toJSON() { try { for (;;); } catch {} return 'swallowed'; } };"),
  swallowed(
    "a loop that checks the time and goes on regardless",
    "while (true) { if (context.getRemainingTimeInMillis() < -1000) return 'survived'; }",
  ),
  swallowed("an answer in time with a loop after it", "setImmediate(() => { for (;;); }); return 'too late';"),
  swallowed(
    "an iterator's return",
    "for (const x of { [Symbol.iterator]: () => ({ next() { for (;;); }, return() { return { value: 'swallowed', done: true }; } }) }) break;",
  ),
  swallowed("a class's static block in a catch", "try { class A { static { for (;;); } } } catch {} return 'swallowed';"),
  swallowed("using a disposal that loops", "try { for (;;); } catch { } finally { await (async () => { for (;;); })(); }"),
  swallowed("a wait for a minute", "await new Promise((resolve) => setTimeout(resolve, 60_000)); return 'survived';"),
  swallowed(
    "a wait for a minute in a finally",
    "try { await new Promise((resolve) => setTimeout(resolve, 60_000)); } finally { return 'swallowed'; }",
  ),
  {
    kind: "swallowed timeout",
    name: "a callback handler of nodejs22.x that answers and loops",
    files: {
      "index.js":
        'exports.handler = (event, context, callback) => { if (event.again) return callback(null, "works"); callback(null, "answered"); for (;;); };',
    },
    options: { Runtime: "nodejs22.x" },
    expected: timesOut(),
  },
];

const MANY = { options: { MemorySize: 1769, Timeout: 30 } };

export const UNHANDLED_REJECTIONS: readonly HostileCase[] = [
  rejections(
    "10,000 at once",
    "for (let i = 0; i < 1e4; i++) Promise.reject(new Error(`rejection ${i}`)); await new Promise((resolve) => setTimeout(resolve, 5));",
    exits("exit status 1", { logs: [/Error: rejection 0$/] }),
    MANY,
  ),
  rejections(
    "10,000 beneath an answer",
    "for (let i = 0; i < 1e4; i++) Promise.reject(i); return 'answered';",
    exits("exit status 1"),
    MANY,
  ),
  rejections(
    "10,000 with a listener",
    "let n = 0; process.on('unhandledRejection', () => n++); for (let i = 0; i < 1e4; i++) Promise.reject(i); await new Promise((resolve) => setTimeout(resolve, 5)); return n;",
    returns("10000"),
    MANY,
  ),
  rejections(
    "10,000 that are handled one turn late",
    "const all = []; process.on('unhandledRejection', () => {}); for (let i = 0; i < 1e4; i++) all.push(Promise.reject(i)); await new Promise((resolve) => setTimeout(resolve, 5)); let n = 0; for (const one of all) await one.catch(() => n++); return n;",
    returns("10000"),
    MANY,
  ),
  rejections(
    "10,000 that are handled in time",
    "const all = []; for (let i = 0; i < 1e4; i++) all.push(Promise.reject(i)); let n = 0; for (const one of all) one.catch(() => n++); await null; await null; return n;",
    returns("10000"),
    MANY,
  ),
  rejections(
    "rejections for ever in a listener",
    "process.on('unhandledRejection', () => Promise.reject(1)); Promise.reject(1); await new Promise(() => {});",
    timesOut(),
  ),
  rejections(
    "a listener that throws",
    "process.on('unhandledRejection', () => { throw new Error('in the listener'); }); Promise.reject(1); await new Promise((resolve) => setTimeout(resolve, 5));",
    { status: "error", errorType: "Runtime.ExitError" },
  ),
  rejections(
    "a rejection with undefined",
    "Promise.reject(); await new Promise((resolve) => setTimeout(resolve, 5));",
    exits("exit status 1"),
  ),
  rejections(
    "a rejection with a symbol",
    "Promise.reject(Symbol('odd')); await new Promise((resolve) => setTimeout(resolve, 5));",
    exits("exit status 1"),
  ),
  rejections(
    "a rejection with a Proxy that throws",
    "Promise.reject(new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; }, ownKeys() { throw 3; } })); await new Promise((resolve) => setTimeout(resolve, 5));",
    { status: "error", errorType: "Runtime.ExitError" },
  ),
  rejections(
    "a rejection with an object whose inspection would loop",
    "Promise.reject({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } }); await new Promise((resolve) => setTimeout(resolve, 5));",
    exits("exit status 1"),
  ),
  rejections(
    "a rejection at the bottom of the stack",
    "const f = () => new Promise(f); f(); await new Promise((resolve) => setTimeout(resolve, 5));",
    exits("exit status 1", { logs: [/RangeError: Maximum call stack size exceeded/] }),
  ),
  rejections(
    "an async function that throws at the bottom of the stack",
    "const f = async () => { f(); }; f(); await new Promise((resolve) => setTimeout(resolve, 5)); return 'never';",
    exits("exit status 1"),
  ),
  {
    kind: "unhandled rejections",
    name: "10,000 in a handler of nodejs22.x",
    files: {
      "index.js":
        'exports.handler = async (event) => { if (event.again) return "works"; for (let i = 0; i < 1e4; i++) Promise.reject(new Error("rejection " + i)); await new Promise((resolve) => setTimeout(resolve, 5)); };',
    },
    options: { Runtime: "nodejs22.x", MemorySize: 1769, Timeout: 30 },
    expected: {
      status: "error",
      errorType: "Runtime.ExitError",
      payload: /"errorType":"Runtime\.UnhandledPromiseRejection","errorMessage":"Error: rejection 0"/,
    },
  },
  {
    kind: "unhandled rejections",
    name: "1,000 in Init",
    files: {
      "index.mjs":
        'for (let i = 0; i < 1000; i++) Promise.reject(new Error("rejection " + i)); await new Promise((resolve) => setTimeout(resolve, 5)); export const handler = async () => "works";',
    },
    expected: exits("exit status 1"),
    then: exits("exit status 1"),
  },
  rejections(
    "the handler's own rejection, ten thousand deep in causes",
    "let error; for (let i = 0; i < 1e4; i++) error = new Error(`e${i}`, { cause: error }); throw error;",
    throws("Error", "e9999"),
    MANY,
  ),
];
