/**
 * Which messages a subscription wants: its filter policy is an event pattern over the message's attributes or over its body (SNS
 * guide, "Amazon SNS message filtering").
 */
import { compilePattern } from "../patterns/event-pattern.ts";
import type { SubscriptionDefinition } from "./sns.ts";
import type { MessageAttribute } from "./target.ts";

export type SubscriptionFilter = (body: string, attributes: Readonly<Record<string, MessageAttribute>>) => boolean;

/** Without a policy every message is wanted. A policy that is none is a mistake of the scenario's. */
export function subscriptionFilter({ FilterPolicy, FilterPolicyScope = "MessageAttributes" }: SubscriptionDefinition): SubscriptionFilter {
  if (FilterPolicy === undefined) return () => true;
  const compiled = compilePattern(FilterPolicy);
  if ("refusal" in compiled) throw new Error(`scenario: Invalid parameter: FilterPolicy: ${compiled.refusal.reason}`);
  if (FilterPolicyScope === "MessageAttributes") return (_, attributes) => compiled.matches(valuesOf(attributes));
  return (body) => {
    const value = objectIn(body);
    return value !== undefined && compiled.matches(value);
  };
}

/** Policies see text, numbers and arrays; binary attributes are as if they were not there. */
function valuesOf(attributes: Readonly<Record<string, MessageAttribute>>): object {
  const values = Object.entries(attributes).flatMap(([name, { DataType, StringValue }]): [string, unknown][] => {
    if (StringValue === undefined) return [];
    if (DataType === "String.Array") return [[name, arrayIn(StringValue)]];
    return [[name, DataType.startsWith("Number") ? Number(StringValue) : StringValue]];
  });
  return Object.fromEntries(values);
}

function arrayIn(text: string): readonly unknown[] {
  const value = parsed(text);
  return Array.isArray(value) ? value : [];
}

/** A body that is no JSON object matches no policy. */
function objectIn(body: string): object | undefined {
  const value = parsed(body);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Anybody may send anything.
    return undefined;
  }
}
