import { ESLint } from "eslint";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { lintQuickstart, quickstartFolder } from "../tools/quickstart.js";

it("finds every mistake of the example project and nothing in its correct files", async () => {
  const { default: config } = await import("../examples/quickstart/eslint.config.js");
  const eslint = new ESLint({ cwd: quickstartFolder, overrideConfigFile: true, overrideConfig: config });
  const { problems } = await lintQuickstart(eslint);
  expect(problems).toEqual([]);
});

it("finds every mistake of the Terraform modules, over the files of a folder", async () => {
  const folder = fileURLToPath(new URL("../examples/terraform", import.meta.url));
  const { default: config } = await import("../examples/terraform/eslint.config.mjs");
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config });
  const results = await eslint.lintFiles(["."]);
  expect(results.flatMap((result) => findingsOf(result, folder))).toEqual([
    "assignments.tf:7 require-enterprise-project-support at huaweicloud_identity_role.image_creator.id",
    "locals.tf:3 no-unknown-action at lsit",
    "otc/roles.tf:12 no-unknown-action at updte",
    "otc/roles.tf:20 no-unknown-action at delte",
    // Where another file uses what is wrong in locals.tf.
    "roles.tf:10 no-unknown-action at local.image_reads",
    "roles.tf:12 no-unknown-action at updaet",
    "roles.tf:31 no-unknown-action at lst",
    "teams.tf:3 no-unknown-action at local.teams",
  ]);
});

it("finds every mistake of the YAML manifests", async () => {
  const folder = fileURLToPath(new URL("../examples/yaml", import.meta.url));
  const { default: config } = await import("../examples/yaml/eslint.config.mjs");
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config });
  const results = await eslint.lintFiles(["."]);
  expect(results.flatMap((result) => findingsOf(result, folder))).toEqual([
    "crossplane/huaweicloud.yaml:14 require-enterprise-project-support at ims:images:create",
    "crossplane/otc.yaml:15 no-unknown-action at lst",
    "crossplane/otc.yaml:30 valid-condition at IfExsits",
    // Once, although two policies use it.
    "policies.yaml:4 no-unknown-action at lsit",
    "policies.yaml:7 valid-policy at 1.1",
    "policies.yaml:18 valid-policy at *:*:delete",
  ]);
});

/** The findings with the text that they point at. */
function findingsOf({ filePath, source, messages }: ESLint.LintResult, folder: string): string[] {
  const lines = source?.split("\n") ?? [];
  const path = relative(folder, filePath).replaceAll("\\", "/");
  return messages.map(({ ruleId, message, line, column, endColumn = 0 }) => {
    const rule = ruleId?.replace("huaweicloud-iam/", "") ?? message;
    return `${path}:${line} ${rule} at ${lines[line - 1]?.slice(column - 1, endColumn - 1) ?? ""}`;
  });
}
