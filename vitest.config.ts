import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: path("./") },
      { find: /^server-only$/, replacement: path("./tests/support/empty.ts") },
    ],
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    setupFiles: [path("./tests/support/seed.ts")],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure rules share nothing they could spoil for one another, and loading them once halves the time.
          isolate: false,
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // A machine whose own zone is far from UTC and changes its clocks: no rule may lean on it.
          env: { TZ: "Pacific/Chatham" },
          // A busy machine is no fault of a rule's.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: [path("./tests/support/template.ts")],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
