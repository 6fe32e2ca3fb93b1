/** Sentences about rules that are pure functions: no function has to run for them, so there is no trace to look at. */
import { configurationRules } from "./rules/configuration.ts";
import { customRuntimeRules } from "./rules/custom-runtime.ts";
import { filterRules } from "./rules/filters.ts";
import { frontEndRules } from "./rules/front-ends.ts";
import { mappingRules } from "./rules/mappings.ts";
import { metricRules } from "./rules/metrics.ts";
import { scheduleRules } from "./rules/schedules.ts";
import { triggerRules } from "./rules/triggers.ts";

export interface FidelityRule {
  /** Of fidelity.md, where it tells of it. */
  readonly section?: string;
  /** The sentence. */
  readonly title: string;
  /** The rule's answers, and what AWS was seen to answer, or what its documentation says. */
  readonly see: () => readonly unknown[];
  readonly expected: readonly unknown[];
}

export const RULES: readonly FidelityRule[] = [
  ...configurationRules,
  ...customRuntimeRules,
  ...filterRules,
  ...frontEndRules,
  ...mappingRules,
  ...metricRules,
  ...scheduleRules,
  ...triggerRules,
];
