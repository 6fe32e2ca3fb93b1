/** Hostile bootstraps of a custom runtime: what talks to the Runtime API is itself the reader's code. */
import { type Expected, exits, type HostileCase, outOfMemory, returns, timesOut } from "../case.ts";

const CALLS = `
const api = \`http://\${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime\`;
const next = async () => {
  const answer = await fetch(\`\${api}/invocation/next\`);
  return { id: answer.headers.get("lambda-runtime-aws-request-id"), event: await answer.json() };
};
const post = (path, body) => fetch(\`\${api}/\${path}\`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
const respond = (id, value) => post(\`invocation/\${id}/response\`, value);
`;

interface More {
  readonly options?: HostileCase["options"];
  readonly then?: Expected;
}

/** A loop that does `body` at its first event (`id`, `event`) and answers "works" to the second. */
function bootstrap(name: string, body: string, expected: Expected, more: More = {}): HostileCase {
  const loop = `${CALLS}for (;;) {\n  const { id, event } = await next();\n  if (event.again) { await respond(id, '"works"'); continue; }\n${body}\n}\n`;
  return whole(name, loop, expected, more);
}

function whole(name: string, code: string, expected: Expected, { options, then }: More = {}): HostileCase {
  return {
    kind: "custom runtime trick",
    name,
    files: { "bootstrap.mjs": code },
    options: { Runtime: "provided.al2023", Handler: "bootstrap", ...options },
    expected,
    ...(then !== undefined && { then }),
  };
}

const gone: Expected = { status: "error", errorType: "Runtime.ExitError", payload: /Runtime exited without providing a reason/ };

/** Room and time for a body of 7 MB. */
const LARGE = { options: { MemorySize: 1_024, Timeout: 10 } };

export const CUSTOM_RUNTIME_TRICKS: readonly HostileCase[] = [
  bootstrap("an endless loop between two calls of the Runtime API", "for (;;);", timesOut()),
  bootstrap("endless promises between two calls", "for (;;) await null;", timesOut()),
  bootstrap("never answering", "await new Promise((resolve) => setInterval(() => {}, 50));", timesOut()),
  bootstrap("asking for the next event before it answers", "await next();", timesOut()),
  bootstrap("asking for the next event a thousand times at once", "await Promise.all(Array.from({ length: 1000 }, next));", timesOut()),
  bootstrap("answering twice", "await respond(id, '1'); await respond(id, '2');", returns("1")),
  bootstrap(
    "answering and failing at once",
    "await Promise.all([respond(id, '1'), post(`invocation/${id}/error`, { errorType: 'E' })]);",
    returns("1"),
  ),
  bootstrap(
    "answering an invocation that never was",
    "const { status } = await respond('00000000-0000-0000-0000-000000000000', '1'); await respond(id, { status });",
    returns(/^\{"status":4\d\d\}$/),
  ),
  bootstrap(
    "path tricks in the request's id",
    "const answers = await Promise.all(['..', '../..', '%2e%2e', 'a/b', ''].map((path) => respond(path, '1').then(({ status }) => status))); await respond(id, answers);",
    returns(/^\[(4\d\d,?)+\]$/),
  ),
  bootstrap("an answer that is no JSON", "await respond(id, '{');", returns(/./s)),
  bootstrap(
    "an answer of 7 MB",
    "await respond(id, JSON.stringify('x'.repeat(7e6)));",
    {
      status: "error",
      errorType: "Function.ResponseSizeTooLarge",
    },
    LARGE,
  ),
  bootstrap(
    "an error report of 7 MB",
    "await post(`invocation/${id}/error`, { errorType: 'E', errorMessage: 'x'.repeat(7e6) });",
    {
      status: "error",
      errorType: "Function.ResponseSizeTooLarge",
    },
    LARGE,
  ),
  bootstrap("an error report that is no JSON", "await post(`invocation/${id}/error`, '{');", { status: "failure" }),
  bootstrap(
    "reporting ten thousand errors of init in the midst",
    "for (let n = 0; n < 1e4; n++) await post('init/error', { errorType: 'E' });",
    timesOut(),
  ),
  bootstrap("memory without end between two calls", "const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1));", outOfMemory),
  bootstrap("a recursion without end, unguarded", "(function down() { down(); })();", exits("exit status 1")),
  bootstrap("leaving with a code", "process.exit(7);", exits("exit status 7")),
  bootstrap("killing itself", "process.kill(process.pid, 'SIGKILL');", { status: "error", errorType: "Runtime.ExitError" }),
  bootstrap("replacing fetch for the next event", "globalThis.fetch = () => { throw new Error('no'); };", {
    status: "error",
    errorType: "Runtime.ExitError",
  }),
  whole("a bootstrap that ends at once", "", gone, { then: gone }),
  whole("a bootstrap that throws", "throw new Error('no');", exits("exit status 1"), { then: exits("exit status 1") }),
  whole("a bootstrap that loops before it asks", "for (;;);", timesOut(), { then: timesOut() }),
  whole(
    "a bootstrap that waits for nothing",
    "await new Promise(() => {});",
    { status: "error", errorType: "Runtime.ExitError" },
    {
      then: { status: "error", errorType: "Runtime.ExitError" },
    },
  ),
  whole("a bootstrap that does not parse", "for (;;", exits("exit status 1"), { then: exits("exit status 1") }),
];
