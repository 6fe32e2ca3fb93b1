/** fidelity.md §7.2–§7.4: what Lambda refuses to configure, in its own words. */

import type { ChangeStimulus } from "../../../sandbox/scenario.ts";
import type { Options } from "../../harness.ts";
import { FUNCTION_NAME, invoke, run } from "../../harness.ts";
import type { FidelityRule } from "../rules.ts";

const handler = "export const handler = async () => 1;";
const live = { Versions: [{}, { Description: "two" }], Aliases: [{ Name: "live", FunctionVersion: "1" }] };

/** The last words of the error that a scenario with this change ends with. */
function refusal(change: ChangeStimulus, options: Options = live, before: readonly ChangeStimulus[] = []): string {
  try {
    run(handler, options, [...before, change, invoke()]);
  } catch (error) {
    return (error as Error).message.replace(/^scenario: \w+ \S+?: /, "");
  }
  return "not refused";
}

const reserve = (ReservedConcurrentExecutions: number): ChangeStimulus => ({
  type: "putFunctionConcurrency",
  FunctionName: FUNCTION_NAME,
  ReservedConcurrentExecutions,
});
const provision = (Qualifier: string, ProvisionedConcurrentExecutions: number): ChangeStimulus => ({
  type: "putProvisionedConcurrency",
  FunctionName: FUNCTION_NAME,
  Qualifier,
  ProvisionedConcurrentExecutions,
});
const alias = (FunctionVersion: string, weights: Record<string, number>): ChangeStimulus => ({
  type: "putAlias",
  FunctionName: FUNCTION_NAME,
  Name: "live",
  FunctionVersion,
  RoutingConfig: { AdditionalVersionWeights: weights },
});

export const configurationRules: readonly FidelityRule[] = [
  {
    section: "7.2",
    title: "At least 100 units of concurrency must stay unreserved.",
    see: () => [refusal(reserve(901)), refusal(reserve(900))],
    expected: [
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
      "not refused",
    ],
  },
  {
    section: "7.3",
    title: "Reserved concurrency cannot be lower than the function's total provisioned concurrency.",
    see: () => [refusal(reserve(1), live, [provision("live", 2)])],
    expected: [" ReservedConcurrentExecutions  1 should not be lower than function's total provisioned concurrency [2]."],
  },
  {
    section: "7.3",
    title: "Provisioned concurrency cannot be applied to unpublished function versions.",
    see: () => [refusal(provision("$LATEST", 1))],
    expected: ["Provisioned Concurrency Configs cannot be applied to unpublished function versions."],
  },
  {
    section: "7.3",
    title: "An alias and the version that it points to cannot both be provisioned.",
    see: () => [refusal(provision("live", 1), live, [provision("1", 1)]), refusal(provision("1", 1), live, [provision("live", 1)])],
    expected: [
      "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
      "Version is pointed by a Provisioned Concurrency alias",
    ],
  },
  {
    section: "7.3",
    title: "Provisioned concurrency counts inside the reserved one and cannot be greater.",
    see: () => [refusal(provision("live", 6), { ...live, ReservedConcurrentExecutions: 5 })],
    expected: ["Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function"],
  },
  {
    section: "7.3",
    title: "Provisioned concurrency takes from the account's unreserved units and must leave 100.",
    see: () => [refusal(provision("live", 950))],
    expected: ["Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [900]."],
  },
  {
    section: "7.4",
    title: "An alias has weights for at most one further version.",
    see: () => [refusal(alias("1", { "2": 0.1, "3": 0.1 }))],
    expected: ["Number of items in AdditionalVersionWeights cannot be greater than 1"],
  },
  {
    section: "7.4",
    title: "The further version of an alias cannot be the one that it points to.",
    see: () => [refusal(alias("1", { "1": 0.1 }))],
    expected: ["Invalid function version 1. Function version 1 is already included in routing configuration."],
  },
  {
    section: "7.4",
    title: "$LATEST cannot be in an alias with weights.",
    see: () => [refusal(alias("$LATEST", { "1": 0.1 }))],
    expected: ["$LATEST is not supported for an alias pointing to more than 1 version"],
  },
];
