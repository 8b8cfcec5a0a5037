import { defineConfig } from "vitest/config";

/** The folders that mirror the sources see the small catalogue of `test/fixtures`; all others see the real one. */
const unitTests = ["carriers", "catalog", "hosts", "policy", "rules", "text"].map(
  (name) => `test/${name}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: unitTests, setupFiles: ["test/setup-unit.ts"] } },
      { test: { name: "whole", include: ["test/**/*.test.ts"], exclude: unitTests, testTimeout: 120_000 } },
    ],
  },
});
