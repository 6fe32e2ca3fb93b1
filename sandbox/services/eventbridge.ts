/** Amazon EventBridge: buses, rules by pattern or schedule, targets. */
import { eventBridgeEvent } from "../events/event-bridge-envelope.ts";
import { schedule } from "../events/schedule.ts";
import { scheduler } from "../events/scheduler.ts";
import { compilePattern, type Matcher } from "../patterns/event-pattern.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import { parseSchedule, type Schedule } from "../time/schedule-expression.ts";
import { arnOf } from "./arn.ts";
import { eventDelivery } from "./durations.ts";
import type { World } from "./world.ts";

export interface EventBusRule {
  readonly Name: string;
  /** Default `default`. */
  readonly EventBusName?: string;
  /** JSON text. */
  readonly EventPattern?: string;
  /** `rate(5 minutes)`, `cron(0 18 * * ? *)`: events at those instants, from the scenario's start. */
  readonly ScheduleExpression?: string;
  /** Of EventBridge Scheduler. */
  readonly ScheduleExpressionTimezone?: string;
  readonly Targets: readonly RuleTarget[];
}

export interface RuleTarget {
  /** ARN, `function:name`, `queue:name`, … */
  readonly Arn: string;
  /** Constant JSON text instead of the event. */
  readonly Input?: string;
}

export interface EventEntry {
  readonly Source: string;
  readonly DetailType: string;
  /** JSON text. */
  readonly Detail: string;
  readonly EventBusName?: string;
  readonly Resources?: readonly string[];
}

export interface EventBuses {
  /** PutEvents, at the instant at which the events arrive. */
  put(at: Instant, entries: readonly EventEntry[]): void;
}

const DEFAULT_BUS = "default";

/** `startsAt`: schedules run from then on. */
export function eventBuses(world: World, rules: readonly EventBusRule[], startsAt: Instant): EventBuses {
  const random = world.random.fork("events");
  const matching = rules.flatMap((rule) => {
    const { EventPattern, EventBusName = DEFAULT_BUS } = rule;
    return EventPattern === undefined ? [] : [{ rule, bus: EventBusName, matches: matcherOf(rule.Name, EventPattern) }];
  });
  const route = (at: Instant, bus: string, event: object, text: string, traceHeader?: string) => {
    const found = matching.filter((one) => one.bus === bus && one.matches(event)).map(({ rule }) => rule);
    world.record({ type: "event-put", at, bus, ...nameOf(event), rules: found.map(({ Name }) => Name) });
    for (const rule of found) send(world, random, at, rule, "events.amazonaws.com", text, traceHeader);
  };
  for (const bus of new Set([DEFAULT_BUS, ...rules.map(({ EventBusName = DEFAULT_BUS }) => EventBusName)])) {
    const arn = arnOf(`bus:${bus}`, world.account);
    world.targets.set(arn, {
      arn,
      kind: "events",
      deliver(at, { body, traceHeader }) {
        route(at, bus, objectIn(body), body, traceHeader);
        return undefined;
      },
    });
  }
  for (const rule of rules) if (rule.ScheduleExpression !== undefined) follow(world, random, rule, rule.ScheduleExpression, startsAt);
  return {
    put(at, entries) {
      for (const entry of entries) {
        const event = eventOf(world, random, at, entry);
        route(at, entry.EventBusName ?? DEFAULT_BUS, event, JSON.stringify(event));
      }
    },
  };
}

function matcherOf(name: string, pattern: string): Matcher {
  const compiled = compilePattern(pattern, "eventbridge");
  if ("refusal" in compiled) throw new Error(`scenario: rule ${name}: ${compiled.refusal.message}`);
  return compiled.matches;
}

function eventOf(world: World, random: Random, at: Instant, { Source, DetailType, Detail, Resources = [] }: EventEntry): object {
  return eventBridgeEvent(contextOf(world, random, at), {
    detailType: DetailType,
    source: Source,
    resources: Resources,
    detail: objectIn(Detail),
  });
}

/** EventBridge API, PutEvents: a Detail that is no JSON object is refused as malformed. */
function objectIn(text: string): object {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`scenario: an event is no JSON object: ${text}`);
  return value;
}

function nameOf(event: object): { readonly source: string; readonly detailType: string } {
  return {
    source: "source" in event ? String(event.source) : "",
    detailType: "detail-type" in event ? String(event["detail-type"]) : "",
  };
}

const contextOf = ({ account }: World, random: Random, at: Instant) => ({
  at,
  random,
  region: account.Region,
  accountId: account.AccountId,
});

/** Each instant of a schedule puts the next one into the heap. */
function follow(world: World, random: Random, rule: EventBusRule, expression: string, startsAt: Instant): void {
  const isScheduler = rule.ScheduleExpressionTimezone !== undefined || expression.startsWith("at(");
  const instants = scheduleOf(rule, expression, isScheduler, startsAt);
  const run = (at: Instant) => {
    const context = contextOf(world, random, at);
    const source = isScheduler ? "aws.scheduler" : "aws.events";
    world.record({ type: "event-put", at, source, detailType: "Scheduled Event", rules: [rule.Name] });
    if (isScheduler) {
      for (const target of rule.Targets) {
        const event: unknown = scheduler.build({ schedule: rule.Name, input: target.Input ?? "" }, context);
        send(world, random, at, { Name: rule.Name, Targets: [{ Arn: target.Arn }] }, "scheduler.amazonaws.com", JSON.stringify(event));
      }
    } else send(world, random, at, rule, "events.amazonaws.com", JSON.stringify(schedule.build({ rule: rule.Name }, context)));
    expect(instants.nextAfter(at));
  };
  const expect = (at: Instant | undefined) => {
    if (at !== undefined) world.heap.schedule(at, () => run(at));
  };
  // Scheduler's rates run for the first time where they start.
  expect(instants.nextAfter(startsAt - 1));
}

function scheduleOf(
  { Name, ScheduleExpressionTimezone: timezone }: EventBusRule,
  expression: string,
  isScheduler: boolean,
  startedAt: Instant,
): Schedule {
  const parsed = parseSchedule(expression, { by: isScheduler ? "scheduler" : "rule", startedAt, timezone });
  if ("schedule" in parsed) return parsed.schedule;
  throw new Error(`scenario: rule ${Name}: ${"refusal" in parsed ? parsed.refusal.message : parsed.unsupported}`);
}

/** To every target of a rule: the event, or the constant that the target has instead. */
function send(
  world: World,
  random: Random,
  at: Instant,
  { Name, Targets }: Pick<EventBusRule, "Name" | "Targets">,
  from: string,
  event: string,
  traceHeader?: string,
): void {
  for (const { Arn, Input } of Targets) {
    const to = arnOf(Arn, world.account);
    const arrives = at + eventDelivery(random);
    world.pending.begin();
    world.heap.schedule(arrives, () => {
      const target = world.targets.get(to);
      if (target === undefined) throw new Error(`scenario: rule ${Name} has a target that does not exist: ${to}`);
      // A trace goes on through EventBridge; recursion detection does not (Lambda guide, "Use Lambda recursive loop detection").
      const traced = traceHeader === undefined ? {} : { traceHeader: traceHeader.replace(/;?Lineage=[^;]*/, "") };
      target.deliver(arrives, { body: Input ?? event, from, ...traced });
      world.pending.end();
    });
  }
}
