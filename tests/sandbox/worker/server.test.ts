import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nodeLibrary } from "../../../sandbox/node/library.ts";
import { everyPart } from "../../../sandbox/parts/every.ts";
import { type PartName, partId } from "../../../sandbox/parts.ts";
import type { CodecName } from "../../../sandbox/runtime/quickjs/codec.ts";
import type { Scenario, Stimulus } from "../../../sandbox/scenario.ts";
import type { Reply, Request } from "../../../sandbox/worker/protocol.ts";
import { type Supplies, serve } from "../../../sandbox/worker/server.ts";

const QUICKJS = "sandbox/runtime/quickjs";
const engine = WebAssembly.compile(readFileSync(`${QUICKJS}/engine/dist/quickjs.wasm`));
const fromDisk = async (id: string) => readFileSync(`${QUICKJS}/guest/dist/${id}.js`, "utf8");

function scenarioOf(code: string): Scenario {
  return {
    seed: 7,
    startsAt: "2026-11-22T07:00:00.000Z",
    functions: [{ FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", files: { "index.mjs": code } }],
    stimuli: [{ type: "invoke", FunctionName: "f", Payload: "{}" }],
  };
}

const PLAIN = "export const handler = async () => 42;";
const WITH_UTIL = 'import { format } from "node:util"; export const handler = async () => format("%s!", "util");';

/** A server with a page that asks and listens. */
function serverOf(supplies: Partial<Supplies> = {}) {
  const replies: Reply[] = [];
  let request: (event: { readonly data: Request }) => void = () => undefined;
  let heard: () => void = () => undefined;
  const port = {
    postMessage(reply: Reply) {
      replies.push(reply);
      heard();
    },
    addEventListener(_: "message", listener: typeof request) {
      request = listener;
    },
  };
  serve(port, {
    engine,
    source: fromDisk,
    codec: async (name) => nodeLibrary().codec(name as CodecName),
    part: async (name) => everyPart(name as PartName),
    ...supplies,
  });
  return {
    replies,
    ask: (scenario: Scenario, run = 1) => request({ data: { type: "run", lab: "a", run, scenario } }),
    /** When this many runs have come to their end. */
    ended: (count = 1) =>
      new Promise<void>((resolve) => {
        heard = () => {
          if (replies.filter(({ type }) => type === "finished" || type === "failed").length === count) resolve();
        };
        heard();
      }),
  };
}

const payloadOf = (reply: Reply | undefined) =>
  reply?.type === "finished" ? reply.trace.events.find((event) => event.type === "invocation-responded")?.Payload : undefined;

test("The server says that it is ready, that the run has begun, and what came of it.", async () => {
  const server = serverOf();
  server.ask(scenarioOf(PLAIN));
  await server.ended();
  expect(server.replies.map(({ type }) => type)).toEqual(["ready", "progress", "progress", "finished"]);
  expect(payloadOf(server.replies.at(-1))).toBe("42");
});

test("A run that imports a part of the library says what it needs, loads it once, and finishes.", async () => {
  const loaded: string[] = [];
  const server = serverOf({
    source: (id) => {
      loaded.push(id);
      return fromDisk(id);
    },
  });
  server.ask(scenarioOf(WITH_UTIL), 1);
  server.ask(scenarioOf(WITH_UTIL), 2);
  await server.ended(2);
  expect(server.replies.filter(({ type }) => type === "needs").length).toBeGreaterThan(0);
  expect(server.replies.filter((reply) => reply.type === "needs" && reply.run === 2)).toEqual([]);
  expect(server.replies.filter(({ type }) => type === "finished").map(payloadOf)).toEqual(['"util!"', '"util!"']);
  expect(new Set(loaded).size).toBe(loaded.length);
});

const THROWING = "export const handler = async () => { null.x; };";

/** What a first run has to wait for besides the engine and the guest's boot. */
async function needsOf(scenario: Scenario): Promise<readonly string[]> {
  const server = serverOf();
  server.ask(scenario);
  await server.ended();
  expect(server.replies.at(-1)?.type).toBe("finished");
  return server.replies.flatMap((reply) => (reply.type === "needs" ? reply.what : [])).filter((id) => id.startsWith(partId("")));
}

test("A first run of plain code waits for no part of the host's side: errors, modules and other services each bring their own.", async () => {
  const plain = scenarioOf(PLAIN);
  const queues = [{ QueueName: "q" }];
  const request = { type: "httpRequest", to: "url:f", method: "GET", path: "/" } as const;
  const stimuli = plain.stimuli;
  const traffic = { type: "traffic", arrivals: { type: "burst", count: 2 }, send: stimuli[0] } as Stimulus;
  expect(await needsOf(plain)).toEqual([]);
  expect(await needsOf({ ...plain, stimuli: [traffic] })).toEqual(["part/traffic"]);
  expect(await needsOf(scenarioOf("export const handler = async () => { throw new Error('no'); };"))).toEqual(["part/v8-stacks"]);
  expect(await needsOf(scenarioOf(THROWING))).toEqual(["part/v8-stacks", "part/v8-messages"]);
  expect(await needsOf(scenarioOf("export const handler = async () => { JSON.parse('{'); };"))).toEqual([
    "part/v8-stacks",
    "part/v8-messages",
  ]);
  expect(await needsOf(scenarioOf("export const handler = async ( => 1;"))).toEqual(["part/v8-stacks", "part/v8-syntax"]);
  expect(await needsOf(scenarioOf(`${PLAIN} export const here = import.meta.url;`))).toEqual(["part/module-syntax"]);
  expect(await needsOf({ ...plain, queues })).toEqual(["part/resources"]);
  expect(await needsOf({ ...plain, queues, stimuli: [...stimuli, request] })).toEqual(["part/resources", "part/front-ends"]);
});

test("Where V8's stacks do not arrive, a run that throws is told so, and one that does not finishes.", async () => {
  const server = serverOf({ part: () => Promise.reject(new Error("offline")) });
  server.ask(scenarioOf(THROWING), 1);
  server.ask(scenarioOf(PLAIN), 2);
  await server.ended(2);
  expect(server.replies.filter(({ type }) => type === "failed" || type === "finished")).toMatchObject([
    { type: "failed", run: 1, why: "could not load" },
    { type: "finished", run: 2 },
  ]);
});

test("The list of parts names every file of parts/, and each exports one.", () => {
  const files = readdirSync("sandbox/parts").map((file) => file.replace(".ts", ""));
  const names = files.filter((name) => name !== "every");
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(everyPart(name as PartName), name).toBeDefined();
});

test("The same scenario gives the same trace whether its parts had to be loaded or were there.", async () => {
  const throwing: Scenario = { ...scenarioOf(THROWING), queues: [{ QueueName: "q" }] };
  for (const [scenario, payload] of [
    [scenarioOf(WITH_UTIL), '"util!"'],
    [throwing, expect.stringContaining("Cannot read properties of null (reading 'x')")],
  ] as const) {
    const server = serverOf();
    server.ask(scenario, 1);
    server.ask(scenario, 2);
    await server.ended(2);
    const [first, second] = server.replies.filter((reply) => reply.type === "finished");
    expect(payloadOf(first)).toEqual(payload);
    expect(second?.trace).toEqual(first?.trace);
  }
});

test("Where the engine does not arrive, every run is told so, and nothing is ready.", async () => {
  const server = serverOf({ engine: Promise.reject(new Error("offline")) });
  server.ask(scenarioOf(PLAIN), 1);
  server.ask(scenarioOf(PLAIN), 2);
  await server.ended(2);
  expect(server.replies.filter(({ type }) => type === "ready")).toEqual([]);
  expect(server.replies.filter(({ type }) => type === "failed")).toMatchObject([
    { run: 1, why: "could not load" },
    { run: 2, why: "could not load" },
  ]);
});

test("Where a part of the library does not arrive, the run is told so, and a run that does not need it finishes.", async () => {
  const server = serverOf({ source: (id) => (id === "boot" ? fromDisk(id) : Promise.reject(new Error("offline"))) });
  server.ask(scenarioOf(WITH_UTIL), 1);
  server.ask(scenarioOf(PLAIN), 2);
  await server.ended(2);
  expect(server.replies.filter(({ type }) => type === "failed" || type === "finished")).toMatchObject([
    { type: "failed", run: 1, why: "could not load" },
    { type: "finished", run: 2 },
  ]);
});

test("A scenario that cannot be is a mistake, never a worker that hangs.", async () => {
  const server = serverOf();
  server.ask({ ...scenarioOf(PLAIN), stimuli: [{ type: "invoke", FunctionName: "another" }] }, 1);
  server.ask(scenarioOf(PLAIN), 2);
  await server.ended(2);
  expect(server.replies.at(-1)).toMatchObject({ type: "finished", run: 2 });
});

test("Sources that cannot be built are refused with a sentence for the reader, and what can be built is.", async () => {
  const server = serverOf();
  const typed = (text: string): Scenario => {
    const scenario = scenarioOf(PLAIN);
    const functions = scenario.functions.map((definition) => ({
      ...definition,
      build: "typescript" as const,
      files: { "index.ts": text },
    }));
    return { ...scenario, functions };
  };
  server.ask(typed('import fs = require("node:fs");'), 1);
  server.ask(typed("export const handler = async (): Promise<number> => 1;"), 2);
  await server.ended(2);
  expect(server.replies.filter(({ type }) => type === "needs")).toMatchObject([{ run: 1, what: ["codec/typescript"] }]);
  expect(server.replies.filter(({ type }) => type === "failed")).toMatchObject([
    { run: 1, why: "could not build", message: expect.stringContaining("index.ts 1행 1열") as string },
  ]);
  expect(server.replies.at(-1)).toMatchObject({ type: "finished", run: 2 });
});

test("What a module loads as soon as it is evaluated is fetched together with it, not one part after the other.", async () => {
  const asked: string[] = [];
  const source = async (id: string) => {
    asked.push(id);
    return fromDisk(id);
  };
  const server = serverOf({ source });
  server.ask(scenarioOf('import { Readable } from "node:stream"; export const handler = async () => Readable.from(["a"]).toArray();'));
  await server.ended();
  expect(payloadOf(server.replies.at(-1))).toBe('["a"]');
  expect(asked).toContain("string_decoder");
  expect(server.replies.filter(({ type }) => type === "needs").length).toBeLessThan(asked.length / 2);
});
