/** Modules load as in Node: the same files, in the simulator and in the Node that runs the tests. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RuntimeIdentifier } from "../../../sandbox/scenario.ts";
import { payload, responses, run } from "../../harness.ts";
import { type Answer, inNode } from "./in-node.ts";
import { type ModuleProgram, PROGRAMS } from "./programs.ts";

describe.each(["nodejs22.x", "nodejs24.x"] as const)("%s", (runtime) => {
  const programs = PROGRAMS.filter(({ runtimes }) => runtimes === undefined || runtimes.includes(runtime));
  let answers: readonly Answer[] = [];

  beforeAll(() => {
    answers = inNode(programs, runtime);
  });

  test.each(programs.map((program, index) => [program.title, program, index] as const))("%s", (_title, program, index) => {
    expect(inSimulator(program, runtime)).toEqual(answers[index]);
  });
});

function inSimulator({ files }: ModuleProgram, Runtime: RuntimeIdentifier): Answer {
  const trace = run(files, { Runtime });
  const value: unknown = JSON.parse(payload(trace));
  return responses(trace)[0]?.FunctionError === undefined ? { value } : { error: JSON.stringify(value) };
}
