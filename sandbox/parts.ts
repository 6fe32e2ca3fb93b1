/**
 * What only some simulations need: modules of the host's side that an edge to which everything comes over a network loads when a
 * run asks for them (`Needs`), so that a first run of plain code waits for nothing else. Each is the file parts/<name>.ts, which
 * exports it as `part`; parts/every.ts has all of them at hand.
 */
import type { FrontEndsPart } from "./lambda/front-ends.ts";
import type { ResourcesPart } from "./resources.ts";
import type { LexCommonJs } from "./runtime/quickjs/modules/export-names.ts";
import type { ModuleSyntax } from "./runtime/quickjs/modules/source-questions.ts";
import type { V8Messages, V8Stacks, V8Syntax } from "./runtime/quickjs/v8/words.ts";
import type { ApplyTraffic } from "./traffic.ts";

export interface Parts {
  /** Which names a CommonJS file exports. */
  readonly "commonjs-exports": LexCommonJs;
  /** APIs, load balancers and function URLs. */
  readonly "front-ends": FrontEndsPart;
  /** A parser of JavaScript, asked about modules. */
  readonly "module-syntax": ModuleSyntax;
  /** Queues, topics, streams, buckets, rules, and what connects them to functions. */
  readonly resources: ResourcesPart;
  /** Many stimuli of one kind, and the schedules and rates at which they arrive. */
  readonly traffic: ApplyTraffic;
  /** What V8 says of what the engine refuses while a program runs. */
  readonly "v8-messages": V8Messages;
  /** V8's stack of any error. */
  readonly "v8-stacks": V8Stacks;
  /** What V8 and Node say of a text that cannot be read, or linked. */
  readonly "v8-syntax": V8Syntax;
}

export type PartName = keyof Parts;

/** Throws Needs where the part is not loaded yet. */
export type PartsAtHand = <Name extends PartName>(name: Name) => Parts[Name];

/** What `Needs` calls a part. */
export const partId = (name: string) => `part/${name}`;
