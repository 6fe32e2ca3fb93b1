/** Packages are found as Node finds them: little layouts of node_modules, in the simulator and in the Node that runs the tests. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Files } from "../../../sandbox/scenario.ts";
import { payload, run } from "../../harness.ts";
import { type Answer, inNode } from "./in-node.ts";
import { asking, LAYOUTS, type PackageLayout } from "./package-layouts.ts";

const filesOf = (layout: PackageLayout): Files => ({ ...layout.files, "index.mjs": asking(layout) });

describe.each(["nodejs22.x", "nodejs24.x"] as const)("%s", (Runtime) => {
  let answers: readonly Answer[] = [];

  beforeAll(() => {
    answers = inNode(
      LAYOUTS.map((layout) => ({ files: filesOf(layout) })),
      Runtime,
    );
  });

  test.each(LAYOUTS.map((layout, index) => [layout.title, layout, index] as const))("the same is found for %s", (_title, layout, index) => {
    const trace = run(filesOf(layout), { Runtime, MemorySize: 512 });
    expect({ value: JSON.parse(payload(trace)) }).toEqual(answers[index]);
  });
});
