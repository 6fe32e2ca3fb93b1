/** The buttons of a lab in which more happens than one call: each lets its happenings happen, in order. */
import type { Millis } from "../time/instant.ts";
import type { Happening } from "./situation.ts";

export interface Step {
  /** What stands on the button. */
  readonly label: string;
  readonly do: readonly Happening[];
}

/** The first `count` steps, one after the other; where there are fewer, it goes on with the first. `between`: passes in between. */
export function steppedThrough(steps: readonly Step[], count: number, between: Millis): readonly Happening[] {
  return Array.from({ length: count }, (_, press): readonly Happening[] => {
    const happenings = steps[press % steps.length]?.do ?? [];
    return press === 0 ? happenings : [{ wait: between }, ...happenings];
  }).flat();
}
