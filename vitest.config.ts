import { defineConfig } from "vitest/config";

/** The folders that mirror the sources see the small catalogue of `test/fixtures`; all others see the real one. */
const unitTests = ["carriers", "catalog", "checks", "edit", "hosts", "policy", "rules", "text"].map(
  (name) => `test/${name}/**/*.test.ts`,
);

/** What runs the programs that `npm run e2e` installs. */
const endToEndTests = "test/e2e/**/*.test.ts";

/** For a test that hangs; how long one takes says nothing on a machine that has other work, in milliseconds. */
const testTimeout = 120_000;

export default defineConfig({
  test: {
    // `npm test`: what users run, and no less of it than this, in percent.
    coverage: {
      include: ["{rules,src}/**/*.ts"],
      reporter: [["text", { skipFull: true }]],
      thresholds: { lines: 95, branches: 95 },
    },
    projects: [
      { test: { name: "unit", include: unitTests, setupFiles: ["test/setup-unit.ts"], testTimeout } },
      {
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: [...unitTests, endToEndTests],
          testTimeout,
        },
      },
      {
        // Not every package brings the sources along that its source maps name.
        logLevel: "error",
        test: {
          name: "e2e",
          include: [endToEndTests],
          testTimeout,
          // It imports JSON in a way that bundlers take and Node.js does not.
          server: { deps: { inline: ["@actions/workflow-parser"] } },
        },
      },
    ],
  },
});
