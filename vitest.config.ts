import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // The hostile suite takes minutes of the whole machine: `npm run test:hostile`, with a configuration of its own.
    exclude: ["tests/browser/**", "tests/hostile/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
