import { ESLint } from "eslint";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("../examples/cdktf-two-files", import.meta.url));

const configs = {
  "without types": () => import("../examples/cdktf-two-files/eslint.config.js"),
  "with types": () => import("../examples/cdktf-two-files/eslint.typed.config.js"),
};

it.each(Object.entries(configs))("reports what goes over files at its mention, linting %s", async (_, load) => {
  const { default: config } = await load();
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config });
  const results = await eslint.lintFiles(["src"]);
  expect(results.flatMap(findingsOf)).toEqual([
    // The role is written in another file, and its action in a third.
    {
      place: "assignments.ts:26",
      text: "creator.id",
      ruleId: "huaweicloud-iam/require-enterprise-project-support",
      message:
        '"ims:images:create" (in actions.ts) has no effect on the enterprise project on line 27: its API supports IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2022-12).',
    },
    {
      place: "roles.ts:24",
      text: "imageWrites",
      ruleId: "huaweicloud-iam/no-unknown-action",
      message:
        '"ims:images:uplaod" (in actions.ts) is not an action of IMS on Huawei Cloud. Did you mean "ims:images:upload"?',
    },
  ]);
});

/** The findings with the text that they point at. */
function findingsOf({ filePath, source, messages }: ESLint.LintResult) {
  const lines = source?.split("\n") ?? [];
  return messages.map(({ ruleId, line, column, endColumn = 0, message }) => ({
    place: `${basename(filePath)}:${line}`,
    text: lines[line - 1]?.slice(column - 1, endColumn - 1),
    ruleId,
    message,
  }));
}
