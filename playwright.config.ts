import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS, chromium } from "./.scripts/chromium.mjs";

/**
 * Everything is tested on plain http at a name that is not this machine's: no secure context, as in a school's network, where
 * the browser withholds crypto.subtle, service workers and the like.
 */
const SCHOOL = "school.example";

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/playwright",
  globalSetup: "./tests/browser/site.setup.ts",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // .scripts/test.mjs names a file for the counts.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? "list" : [["list"], ["json"]],
  use: {
    locale: "ko-KR",
    // A trace takes a third of a test's time: TRACE=1 records those of tests that fail.
    trace: process.env.TRACE === undefined ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [...CHROMIUM_FLAGS, `--host-resolver-rules=MAP ${SCHOOL} 127.0.0.1`],
    },
  },
  projects: [
    { name: "chromium", testIgnore: "**/touch.spec.ts", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } } },
    {
      name: "phone",
      testMatch: ["**/page.spec.ts", "**/touch.spec.ts"],
      // That test makes phones of its pages itself.
      grepInvert: /axe finds no fault in any page/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
});
