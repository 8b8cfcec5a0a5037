import { ESLint } from "eslint";
import { expect, it } from "vitest";
import { lintQuickstart, quickstartFolder } from "../tools/quickstart.js";

it("finds every mistake of the example project and nothing in its correct files", async () => {
  const { default: config } = await import("../examples/quickstart/eslint.config.js");
  const eslint = new ESLint({ cwd: quickstartFolder, overrideConfigFile: true, overrideConfig: config });
  const { problems } = await lintQuickstart(eslint);
  expect(problems).toEqual([]);
});
