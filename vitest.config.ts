import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Both have a configuration of their own: the hostile suite takes the whole machine for minutes.
    exclude: ["tests/browser/**", "tests/hostile/**"],
    // Vitest leaves a core to itself; on a machine of two that is half of it.
    maxWorkers: "100%",
    // Nothing here keeps a state but caches, and a worker of its own for each of 180 files takes a minute.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
