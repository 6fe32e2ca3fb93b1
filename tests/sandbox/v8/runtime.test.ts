/** The same errors through the whole simulator: there, our own code is above, between and below the program's frames. */
import { expect, test } from "vitest";
import type { RuntimeIdentifier } from "../../../sandbox/scenario.ts";
import { invoke, payload, run } from "../../harness.ts";
import { outcomesInNode } from "./in-node.ts";
import type { Program } from "./program.ts";
import { HANDLERS } from "./programs/handlers.ts";
import { SYNTAX_ERRORS } from "./programs/syntax-errors.ts";

interface Answer {
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

function answer({ files }: Program, Runtime: RuntimeIdentifier): Answer {
  return JSON.parse(payload(run(files, { Runtime }, [invoke({})]))) as Answer;
}

/**
 * The learner's part of a trace. Whose method the handler is depends on the runtime client; and the guest has a JSON.parse of
 * its own, which is not shown.
 */
function learners(frames: readonly string[]): string[] {
  const last = frames.findLastIndex((frame) => frame.includes("/var/task/"));
  const shown = frames.slice(0, last + 1).filter((frame) => !/^async |node:|^JSON\.parse /.test(frame));
  return shown.map((frame) => frame.replace(/^(Runtime|BufferedInvokeProcessor)\.(?=\S+ \()/, ""));
}

const inTrace = (trace: readonly string[]) =>
  trace.filter((line) => line.startsWith("    at ")).map((line) => line.slice("    at ".length));

/** Node 24's client refuses handlers that take a callback. */
const takesCallback = ({ files }: Program) => Object.values(files).some((text) => text.includes("callback"));

const nodes = outcomesInNode(HANDLERS);

for (const Runtime of ["nodejs22.x", "nodejs24.x"] as const) {
  for (const [index, program] of HANDLERS.entries()) {
    const node = nodes[index];
    // Thrown strings and the like have no stack.
    if (node === null || node === undefined || node.header === "") continue;
    if (Runtime === "nodejs24.x" && takesCallback(program)) continue;
    test(`an error reaches the caller of ${Runtime} as it is in Node: ${program.title}`, () => {
      const { errorMessage, trace } = answer(program, Runtime);
      expect([errorMessage, learners(inTrace(trace))]).toEqual([node.message, learners(node.frames)]);
    });
  }

  test(`files that cannot be read are reported with V8's message by ${Runtime}`, () => {
    const theirs = outcomesInNode(SYNTAX_ERRORS).map((outcome) => outcome?.message);
    const ours = SYNTAX_ERRORS.map((program) => answer(program, Runtime).errorMessage.replace(/^SyntaxError: /, ""));
    expect(ours).toEqual(theirs);
  });
}
