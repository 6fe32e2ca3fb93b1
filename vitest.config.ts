import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Both have a configuration of their own: the hostile suite takes the whole machine for minutes.
    exclude: ["tests/browser/**", "tests/hostile/**"],
    // Vitest leaves a core to itself; on a machine of two that is half of it.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
