/** What cannot work in the simulator is imported as in Node, and says in Korean what to do instead when it is used. */
import { expect, test } from "vitest";
import { payload, run } from "../../harness.ts";

const USED: Readonly<Record<string, string>> = {
  child_process: 'm.execSync("ls")',
  cluster: "m.fork()",
  domain: "m.create()",
  http: "m.createServer().listen(3000)",
  https: "m.createServer({}).listen(3000)",
  http2: 'm.connect("https://a.example")',
  inspector: "new m.Session()",
  net: 'm.connect(5432, "db.example")',
  repl: "m.start()",
  sqlite: 'new m.DatabaseSync(":memory:")',
  tls: 'm.connect(443, "a.example")',
  trace_events: "m.createTracing({ categories: [] })",
  v8: "m.serialize({})",
  vm: "m.createContext({})",
  wasi: "new m.WASI()",
  worker_threads: 'new m.Worker("./w.js")',
};

for (const [name, use] of Object.entries(USED)) {
  test(`node:${name} is imported, and ${use} throws an Error that explains itself in Korean`, () => {
    const trace = run(`import m from "node:${name}"; export const handler = async () => {
      try { ${use}; return "nothing was thrown"; } catch (error) { return [error.constructor.name, error.message]; } };`);
    const [kind, message] = JSON.parse(payload(trace)) as [string, string];
    expect(kind).toBe("Error");
    expect(message).toMatch(/[가-힣].*니다\.|[가-힣].*세요\.$/s);
  });
}

test("a WebSocket exists and cannot be made", () => {
  const trace = run(
    'export const handler = async () => { try { new WebSocket("wss://a.example"); } catch (error) { return error.message; } };',
  );
  expect(payload(trace)).toContain("WebSocket 연결을 열지 못합니다");
});

test("a socket of a handler's own cannot connect", () => {
  const trace = run(
    'import net from "net"; export const handler = async () => { try { new net.Socket().connect(80); } catch (error) { return error.message; } };',
  );
  expect(payload(trace)).toContain("다른 TCP 연결은 열지 못합니다");
});
