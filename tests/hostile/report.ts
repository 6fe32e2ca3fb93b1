/** What observing a case gave: what was observed and how long that took, or why nothing was. */
import type { HostileCase } from "./case.ts";
import type { Observed } from "./observe.ts";

export type Report = { readonly observed: Observed; readonly milliseconds: number } | { readonly failed: string };

export function report(hostile: HostileCase | undefined, observe: (hostile: HostileCase) => Observed, now: () => number): Report {
  if (hostile === undefined) return { failed: "there is no such case" };
  const started = now();
  try {
    return { observed: observe(hostile), milliseconds: now() - started };
  } catch (thrown) {
    // simulate() must not throw, whatever the code does: this is what the tests are about.
    return { failed: `simulate threw ${thrown instanceof Error ? `${thrown.message}\n${thrown.stack}` : String(thrown)}` };
  }
}
