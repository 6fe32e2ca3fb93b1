import { expect, test } from "vitest";
import type { LabDefinition } from "../../src/lab/definition.ts";
import { type Draft, emptySession, firstDraft, invoked, scenarioOf, stepped, waited } from "../../src/lab/session.ts";

const lab: LabDefinition = {
  id: "chapter/lab",
  title: "실습",
  function: { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", files: { "index.mjs": "first" } },
  event: "{}",
};

const written = (code: string): Draft => ({ ...firstDraft(lab), files: { "index.mjs": code } });
const [first, second] = [written("first"), written("second")];

const kinds = (session: Parameters<typeof scenarioOf>[0]) => scenarioOf(session).stimuli.map(({ type }) => type);

test("What was edited before the first run is what is deployed first, not an update.", () => {
  const draft: Draft = { ...written("edited"), configuration: { ...first.configuration, MemorySize: 512 } };
  const scenario = scenarioOf(invoked(emptySession(lab), draft));
  expect(scenario.functions[0]).toMatchObject({ files: { "index.mjs": "edited" }, MemorySize: 512, Timeout: 3 });
  expect(scenario.stimuli).toEqual([{ type: "invoke", FunctionName: "f", Payload: "{}", count: 1 }]);
});

test("Each later run waits a second first, and deploys only code that has changed since the last run.", () => {
  const session = invoked(invoked(invoked(emptySession(lab), first), first), second);
  expect(kinds(session)).toEqual(["invoke", "wait", "invoke", "wait", "updateFunctionCode", "invoke"]);
  expect(kinds(invoked(session, second)).slice(6)).toEqual(["wait", "invoke"]);
  expect(kinds(invoked(session, first)).slice(6)).toEqual(["wait", "updateFunctionCode", "invoke"]);
});

test("Changed settings are an update of the configuration; a changed event is sent and updates nothing.", () => {
  const session = invoked(emptySession(lab), first);
  const configured: Draft = { ...first, configuration: { ...first.configuration, Timeout: 30 } };
  expect(scenarioOf(invoked(session, configured)).stimuli[2]).toMatchObject({
    type: "updateFunctionConfiguration",
    configuration: { Timeout: 30 },
  });
  const sent = invoked(session, { ...first, event: '{"a":1}' });
  expect(scenarioOf(sent).stimuli.slice(1)).toEqual([
    { type: "wait", duration: 1_000 },
    { type: "invoke", FunctionName: "f", Payload: '{"a":1}', count: 1 },
  ]);
});

test("Time that a reader sends is one wait of its own, and none before the first run.", () => {
  expect(kinds(waited(emptySession(lab), 600_000))).toEqual([]);
  expect(scenarioOf(waited(invoked(emptySession(lab), first), 600_000)).stimuli.slice(1)).toEqual([{ type: "wait", duration: 600_000 }]);
});

test("A click leaves the session before it as it was.", () => {
  const before = invoked(emptySession(lab), first);
  const scenario = structuredClone(scenarioOf(before));
  invoked(before, second);
  waited(before, 1);
  expect(scenarioOf(before)).toEqual(scenario);
});

test("A session grows at its end only: what was run before is a prefix of what is run now.", () => {
  const before = invoked(invoked(emptySession(lab), first), second);
  const after = scenarioOf(invoked(waited(before, 5), written("third"), 3));
  expect(after.stimuli.slice(0, scenarioOf(before).stimuli.length)).toEqual(scenarioOf(before).stimuli);
  expect({ ...after, stimuli: [] }).toEqual({ ...scenarioOf(before), stimuli: [] });
});

test("Labs of different names have different chances.", () => {
  expect(scenarioOf(emptySession(lab)).seed).not.toBe(scenarioOf(emptySession({ ...lab, id: "chapter/other" })).seed);
});

test("A lab's account and what its function has beside the settings are simulated as written; a lab without has the defaults.", () => {
  const Environment = { Variables: { TABLE_NAME: "orders" } };
  const limited: LabDefinition = { ...lab, account: { ConcurrentExecutions: 3 }, function: { ...lab.function, Environment } };
  const scenario = scenarioOf(invoked(emptySession(limited), firstDraft(limited)));
  expect(scenario.account).toEqual({ ConcurrentExecutions: 3 });
  expect(scenario.functions[0]).toMatchObject({ Environment });
  expect(scenarioOf(emptySession(lab))).not.toHaveProperty("account");
});

test("A lab that asks for a stream sends it so, and its layers are in the scenario.", () => {
  const layers = [{ LayerName: "greet", files: { "nodejs/greet.mjs": "" } }];
  const scenario = scenarioOf(invoked(emptySession({ ...lab, layers, api: "InvokeWithResponseStream" }), first));
  expect(scenario.layers).toEqual(layers);
  expect(scenario.stimuli).toEqual([{ type: "invoke", FunctionName: "f", Payload: "{}", count: 1, api: "InvokeWithResponseStream" }]);
  expect(scenarioOf(emptySession(lab))).not.toHaveProperty("layers");
});

const turnable: LabDefinition = {
  ...lab,
  function: { ...lab.function, ReservedConcurrentExecutions: 10 },
  steps: [{ label: "보내기", do: [{ stimulus: { type: "invoke", FunctionName: "f", count: 3 } }] }],
  controls: [
    { name: "reserved", label: "예약된 동시성", set: "function.ReservedConcurrentExecutions", from: 0, to: 20 },
    { name: "count", label: "요청", set: "steps[0].do[0].count", from: 1, to: 9 },
  ],
};

test("What a reader turns is so from the beginning: the session begins anew, and only then.", () => {
  const written = firstDraft(turnable);
  expect(written.chosen).toEqual({ reserved: 10, count: 3 });
  const twice = stepped(stepped(emptySession(turnable), written, 0), written, 0);
  expect(kinds(twice)).toEqual(["invoke", "wait", "invoke"]);
  const turned = scenarioOf(stepped(twice, { ...written, chosen: { reserved: 2, count: 7 } }, 0));
  expect(turned.functions[0]).toMatchObject({ ReservedConcurrentExecutions: 2 });
  expect(turned.stimuli).toEqual([{ type: "invoke", FunctionName: "f", count: 7 }]);
});
