/** axe as all tests ask it: for violations alone, and in one piece. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * A third of the time of axe's own way, which collects what passes as well, for each of a chapter's thousands of elements, and
 * puts together in a page of its own what it found in frames of other origins: this site has no frames (design.md).
 */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
}
