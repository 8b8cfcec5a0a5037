/** Mutation testing, `npm run mutation`: see docs/internals/mutation.md. */
export default {
  mutate: [
    "src/{checks,edit,policy,text}/**/*.ts",
    "rules/{no-unknown-action,require-action-dependencies,require-enterprise-project-support}.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  coverageAnalysis: "perTest",
  // Vitest checks no types, and a comment at the head of a fixture would move the findings in it.
  disableTypeChecks: false,
  timeoutMS: 15_000,
  thresholds: { high: 95, low: 85, break: 85 },
  // The next run tests only what has changed.
  incremental: true,
  incrementalFile: "reports/mutation/incremental.json",
  reporters: ["clear-text", "progress-append-only", "html", "json"],
  clearTextReporter: { logTests: false },
  tempDirName: "reports/mutation/sandbox",
  // What no test of these sources reads.
  ignorePatterns: ["/catalog", "/coverage", "/dist", "/docs", "/examples", "/test/corpus", "/test/e2e"],
};
