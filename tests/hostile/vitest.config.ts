import { defineConfig } from "vitest/config";

/** `npm run test:hostile`: every case in Node and in Chromium, one file after the other. */
// biome-ignore lint/style/noDefaultExport: vitest takes its configuration as the default export.
export default defineConfig({
  test: { include: ["tests/hostile/*.test.ts"], fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 },
});
