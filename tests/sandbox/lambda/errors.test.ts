/** Errors as a handler sees them: V8's stack, put together when it is first read. */
import { expect, test } from "vitest";
import { functionLines, payload, run } from "../../harness.ts";

const answer = (body: string): unknown => JSON.parse(payload(run(`export const handler = async () => { ${body} };`)));
const firstLine = "const first = (error) => String(error.stack).split('\\n')[0];";

test("a name that the constructor sets after super() stands in the first line of the stack, the trace and the log", () => {
  const source = `class ValidationError extends Error { constructor(message) { super(message); this.name = "ValidationError"; } }
    export const handler = async () => { throw new ValidationError("no"); };`;
  const trace = run(source);
  expect((JSON.parse(payload(trace)) as { trace: string[] }).trace[0]).toBe("ValidationError: no");
  expect(functionLines(trace)[0]).toContain('"stack":["ValidationError: no","');
});

test("the first line is what name and message are when the stack is first read, and stays so", () => {
  expect(
    answer(`${firstLine} const e = new Error("a"); e.message = "b"; const once = first(e); e.message = "c"; return [once, first(e)];`),
  ).toEqual(["Error: b", "Error: b"]);
});

test("stack is an accessor of the error's own, may be set, defined anew and deleted, and is no enumerable key", () => {
  const body = `const e = new Error("x"); const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(e, "stack");
    const set2 = new Error("x"); set2.stack = "mine"; const defined = new Error("x"); Object.defineProperty(defined, "stack", { value: "value" });
    const gone = new Error("x"); delete gone.stack;
    return [typeof get, typeof set, enumerable, configurable, set2.stack, defined.stack, typeof gone.stack, Object.getOwnPropertyNames(e), JSON.stringify(e)];`;
  expect(answer(body)).toEqual(["function", "function", false, true, "mine", "value", "undefined", ["stack", "message"], "{}"]);
});

test("an error that is thrown again out of a catch keeps its stack", () => {
  const body = `${firstLine} const make = () => Object.defineProperty(new Error("m"), "stack", { value: "kept", writable: true, configurable: true });
    try { try { throw 1; } catch { throw make(); } } catch (error) { return error.stack; }`;
  expect(answer(body)).toBe("kept");
});

test("Error.captureStackTrace gives any object a stack", () => {
  expect(
    answer(
      `${firstLine} const o = { name: "Problem", message: "m" }; Error.captureStackTrace(o); return [first(o), o.stack.includes("/var/task/index.mjs")];`,
    ),
  ).toEqual(["Problem: m", true]);
});

test("Error.prepareStackTrace decides, until it is taken away", () => {
  const body = `${firstLine} Error.prepareStackTrace = (error, sites) => [error.message, Array.isArray(sites)]; const own = new Error("own").stack;
    delete Error.prepareStackTrace; return [own, first(new Error("again"))];`;
  expect(answer(body)).toEqual([["own", true], "Error: again"]);
});

test("a stack overflow is a RangeError with a stack", () => {
  expect(
    answer(`${firstLine} const f = () => f(); try { f(); } catch (error) { return [error instanceof RangeError, first(error)]; }`),
  ).toEqual([true, "RangeError: Maximum call stack size exceeded"]);
});
