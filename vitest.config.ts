import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = new URL("./", import.meta.url);

/** The folders that mirror the sources see the small catalogue of `test/fixtures`; all others see the real one. */
const unitFolders = ["carriers", "catalog", "checks", "edit", "hosts", "policy", "rules", "text"];
const unitTests = unitFolders.map((name) => `test/${name}/**/*.test.ts`);

/** What runs the programs that `npm run e2e` installs, or all of the project's own on a copy of it. */
const endToEndTests = ["test/e2e/**/*.test.ts", "test/**/*.e2e.test.ts"];

/**
 * Test files with a process of their own. All others share one, where ESLint, its parsers and the sources are loaded and
 * warm: without that, the tests take twice as long. What such a file changes, it puts back.
 */
const separateTests = testFiles().filter((file) => replacesModules(file) || fillsStack(file));

const isUnitTest = (file: string) => unitFolders.some((name) => file.startsWith(`test/${name}/`));

/** For a test that hangs; how long one takes says nothing on a machine that has other work, in milliseconds. */
const testTimeout = 120_000;

const unit = { setupFiles: ["test/setup-unit.ts"], testTimeout };
const whole = {
  // The examples import the plugin by its name, as users do: here that is the sources, so that nothing need be built.
  alias: { "eslint-plugin-huaweicloud-iam": fileURLToPath(new URL("src/index.ts", root)) },
  testTimeout,
};

export default defineConfig({
  test: {
    // `npm test`: what users run, and no less of it than this, in percent.
    coverage: {
      include: ["{rules,src}/**/*.ts"],
      reporter: [["text", { skipFull: true }]],
      thresholds: { lines: 95, branches: 95 },
    },
    projects: [
      { test: { ...unit, name: "unit", include: unitTests, exclude: separateTests, isolate: false } },
      { test: { ...unit, name: "unit, separate", include: separateTests.filter(isUnitTest) } },
      {
        test: {
          ...whole,
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: [...unitTests, ...separateTests, ...endToEndTests],
          isolate: false,
        },
      },
      { test: { ...whole, name: "whole, separate", include: separateTests.filter((file) => !isUnitTest(file)) } },
      {
        // Not every package brings the sources along that its source maps name.
        logLevel: "error",
        test: {
          name: "e2e",
          include: endToEndTests,
          testTimeout,
          // It imports JSON in a way that bundlers take and Node.js does not.
          server: { deps: { inline: ["@actions/workflow-parser"] } },
        },
      },
    ],
  },
});

/** The test files of `npm test`. */
function testFiles(): string[] {
  const folders = readdirSync(new URL("test/", root), { withFileTypes: true });
  return folders
    .filter((entry) => entry.name !== "e2e")
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(new URL(`test/${entry.name}/`, root), { recursive: true, encoding: "utf8" }).map(
            (file) => `${entry.name}/${file.replaceAll("\\", "/")}`,
          )
        : entry.name,
    )
    .filter((file) => file.endsWith(".test.ts") && !file.endsWith(".e2e.test.ts"))
    .map((file) => `test/${file}`);
}

/** Nothing is replaced in what is loaded already. */
function replacesModules(file: string): boolean {
  return readFileSync(new URL(file, root), "utf8").includes("vi.mock(");
}

/** How much of the stack a text takes depends on what Node.js has run, and compiled, before. */
function fillsStack(file: string): boolean {
  return file === "test/fuzz/hostile-input.test.ts";
}
