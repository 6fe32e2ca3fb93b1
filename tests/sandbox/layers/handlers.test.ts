/** Handlers that use the catalogue's packages answer as they do in Node with the packages of npm. */
import { describe, expect, test } from "vitest";
import { functionLines, invoke, responses, run } from "../../harness.ts";
import { type Answers, inNode } from "./in-node.ts";
import { type LayerProgram, PIN, PROGRAMS } from "./programs.ts";

describe.each([...new Set(PROGRAMS.map(({ layers }) => layers[0]))])("%s", (layer) => {
  const programs = PROGRAMS.filter(({ layers }) => layers[0] === layer).map((program) => [program.title, program] as const);

  test.each(programs)("%s, as in Node", (_title, program) => {
    expect(inSimulator(program)).toEqual(inNode(program));
  });
});

test("every layer of the catalogue has at least three handlers here", async () => {
  const { LAYER_CATALOGUE } = await import("../../../sandbox/lambda/layer-catalogue.ts");
  const counts = Object.keys(LAYER_CATALOGUE).map((layer) => [layer, PROGRAMS.filter(({ layers }) => layers.includes(layer)).length >= 3]);
  expect(counts.filter(([, enough]) => !enough)).toEqual([]);
});

function inSimulator({ code, events, layers }: LayerProgram): Answers {
  const options = { Layers: layers, MemorySize: 1769, Timeout: 30 };
  const trace = run(
    { "index.mjs": code, "pin.mjs": PIN },
    options,
    events.map((event) => invoke(event, { TraceHeader: TRACE })),
  );
  const answers = responses(trace).map(({ Payload, FunctionError }) => (FunctionError === undefined ? Payload : withoutTrace(Payload)));
  // The prefix is the runtime client's, and so is the line about an error that the handler throws.
  const written = functionLines(trace).filter((line) => !line.includes("\tInvoke Error \t"));
  const lines = written.map((line) => line.replace(/\n$/, "").replace(/^\d{4}-[^\t]+Z\t[^\t]*\t[A-Z]+\t/, ""));
  return { answers, lines };
}

/** Of the request; Lambda hands its root on. */
const TRACE = "Root=1-abcdef12-3456abcdef123456abcdef12;Parent=3456abcdef123456;Sampled=1";

function withoutTrace(payload: string): string {
  const { errorType, errorMessage } = JSON.parse(payload) as { readonly errorType: string; readonly errorMessage: string };
  return JSON.stringify({ errorType, errorMessage });
}
