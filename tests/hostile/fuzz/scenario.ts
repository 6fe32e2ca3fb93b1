/** A seed's scenario: a strange program is invoked twice, and then replaced by one that must work. */
import type { FunctionDefinition, Scenario } from "../../../sandbox/scenario.ts";
import { type Chance, chance } from "./chance.ts";
import { eventText } from "./event.ts";
import { program as grown } from "./grammar.ts";
import { program as mutated } from "./mutation.ts";
import { program as reflected } from "./reflection.ts";

export const WORKING = "export const handler = async (event) => ({ works: event.n });";

export function fuzzScenario(seed: number): Scenario {
  const c = chance(seed);
  const invoke = { type: "invoke", FunctionName: "fuzz" } as const;
  return {
    seed,
    startsAt: "2026-11-22T07:00:00.000Z",
    functions: [definition(c)],
    stimuli: [
      { ...invoke, Payload: eventText(c), count: c.percent(10) ? 2 : 1 },
      ...(c.percent(20) ? [{ type: "wait", duration: 60_000 } as const] : []),
      { ...invoke, Payload: eventText(c) },
      { type: "updateFunctionConfiguration", FunctionName: "fuzz", configuration: { Handler: "index.handler" } },
      { type: "updateFunctionCode", FunctionName: "fuzz", files: { "index.mjs": WORKING } },
      { ...invoke, Payload: '{"n":1}' },
    ],
  };
}

function definition(c: Chance): FunctionDefinition {
  const body = mostlyParsing(c, c.oneOf([grown, mutated, reflected]));
  const old = c.percent(30);
  const Runtime = c.percent(40) ? "nodejs22.x" : "nodejs24.x";
  const inModule = c.percent(10);
  const parameters = Runtime === "nodejs22.x" ? "event, context, callback" : "event, context";
  const handler = `${old ? "exports.handler =" : "export const handler ="} async (${parameters}) => {`;
  const source = inModule && !old ? `${body.replaceAll(/\breturn\b/g, "void")}\n${handler} };` : `${handler}\n${body}\n};`;
  return {
    FunctionName: "fuzz",
    Runtime,
    Handler: c.percent(95) ? "index.handler" : c.oneOf(["index", "index.nope", "../x.y", "index.handler.name"]),
    MemorySize: 128,
    Timeout: 1,
    ...(c.percent(20) ? { LoggingConfig: { LogFormat: "JSON" as const } } : {}),
    files: { [old ? "index.cjs" : "index.mjs"]: source },
  };
}

/** A program that does not parse says little: one in eight may. */
function mostlyParsing(c: Chance, make: (c: Chance) => string): string {
  let body = make(c);
  for (let attempt = 0; attempt < 20 && !parses(body) && !c.percent(12); attempt += 1) body = make(c);
  return body;
}

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (body: string) => unknown;

function parses(body: string): boolean {
  try {
    return new AsyncFunction(body) !== undefined;
  } catch {
    // A SyntaxError: that is the answer.
    return false;
  }
}
