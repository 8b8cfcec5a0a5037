import { ESLint } from "eslint";
import { expect, it, vi } from "vitest";
import { lintQuickstart, quickstartFolder } from "../tools/quickstart.js";

// The example imports the plugin by its name, as a user does: here that is the sources, so that nothing need be built.
vi.mock("eslint-plugin-huaweicloud-iam", () => import("../src/index.js"));

it("finds every mistake of the example project and nothing in its correct files", async () => {
  const { default: config } = await import("../examples/quickstart/eslint.config.js");
  const eslint = new ESLint({ cwd: quickstartFolder, overrideConfigFile: true, overrideConfig: config });
  const { problems } = await lintQuickstart(eslint);
  expect(problems).toEqual([]);
});
