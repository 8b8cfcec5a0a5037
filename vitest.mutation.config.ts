import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The rules' tests take longest: most mutants are found by another test before. */
class RulesLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isOfRule = ({ moduleId }: TestSpecification) => Number(moduleId.includes("/test/rules/"));
    return Promise.resolve(files.toSorted((one, other) => isOfRule(one) - isOfRule(other)));
  }
}

/** The tests that `npm run mutation` judges by: see docs/internals/mutation.md. */
export default defineConfig({
  test: {
    include: ["test/{checks,edit,policy,rules,text}/**/*.test.ts"],
    // Thousands of random policies; and what is about the hosts, which are not mutated.
    exclude: ["test/checks/effect/effect.test.ts", "test/rules/changed-policies.test.ts"],
    setupFiles: ["test/setup-unit.ts", "test/mutation/setup.ts"],
    // One run loads ESLint and the parsers once, and nothing after the first failure.
    isolate: false,
    runner: "test/mutation/stopping-runner.ts",
    sequence: { sequencer: RulesLast },
  },
});
