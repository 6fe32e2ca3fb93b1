import { expect, test } from "vitest";
import { callsOf } from "../../sandbox/exercise/calls.ts";
import { invoke, run, scenario } from "../harness.ts";

const FAILS = `export const handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write("first");
  await new Promise((resolve) => setTimeout(resolve, 5));
  throw new RangeError("too far");
});`;

test("A condition can ask for the name and the message of an error that ends a stream.", () => {
  const stimuli = [{ ...invoke(), api: "InvokeWithResponseStream" as const }];
  const [call] = callsOf(scenario(FAILS, {}, stimuli), run(FAILS, {}, stimuli));
  expect(call).toMatchObject({ outcome: "error", errorType: "RangeError", errorMessage: "too far" });
});
