import { holdWaits } from "./held-waits.ts";
import { expect, SITE, test } from "./lab-page.ts";
import { BUDGET, weigh, weighFirstRun } from "./page-weight.ts";
import { pagesOf } from "./pages.ts";

/** So many tests share the pages: both of Playwright's workers have something to do. */
const PARTS = 4;

for (let part = 0; part < PARTS; part += 1) {
  test(`Before a reader's intent, no page fetches more than 30 kB of HTML, 20 kB of CSS, 15 kB of JavaScript and 150 kB a font, and a first run at most 450 kB, ${part + 1} of ${PARTS}.`, async ({
    browser,
  }) => {
    // As many pages as there are.
    test.setTimeout(180_000);
    for (const path of pagesOf("dist").filter((_, index) => index % PARTS === part)) {
      const page = await browser.newPage();
      await holdWaits(page);
      const { html, css, js, fonts } = await weigh(page, SITE() + path);
      const firstRun = (await page.locator(".lab").count()) > 0 ? await weighFirstRun(page) : 0;
      await page.close();
      expect.soft(html, `HTML of ${path}`).toBeLessThanOrEqual(BUDGET.html);
      expect.soft(css, `CSS of ${path}`).toBeLessThanOrEqual(BUDGET.css);
      expect.soft(js, `JavaScript of ${path}`).toBeLessThanOrEqual(BUDGET.js);
      for (const [name, bytes] of Object.entries(fonts)) expect.soft(bytes, name).toBeLessThanOrEqual(BUDGET.font);
      expect.soft(firstRun, `the first run of ${path}`).toBeLessThanOrEqual(BUDGET.firstRun);
      // Two weights of the text and one of the code.
      expect.soft(Object.keys(fonts).length, `fonts of ${path}`).toBeLessThanOrEqual(3);
    }
  });
}
