import { defineConfig } from "vitest/config";

/** A refusal of OpenSSL's can stay behind in its thread and come out of the next call (Node's own crypto does that, not ours). */
const WITH_OPENSSL = "tests/sandbox/**/crypto*.test.ts";

export default defineConfig({
  test: {
    // Vitest leaves a core to itself; on a machine of two that is half of it.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "tests",
          include: ["tests/**/*.test.ts"],
          // Browser tests and the hostile suite have configurations of their own: both take the whole machine for minutes.
          exclude: ["tests/browser/**", "tests/hostile/**", WITH_OPENSSL],
          // Nothing here keeps a state but caches, and a worker of its own for each of 180 files takes a minute.
          isolate: false,
        },
      },
      { extends: true, test: { name: "OpenSSL", include: [WITH_OPENSSL] } },
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
