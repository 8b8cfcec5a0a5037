import { expect, it } from "vitest";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";
import { policy } from "./policies.js";
import { createProject } from "./project.js";

const page = guide("docs/pull-requests.md");
const check = page.block("check");

const repository = (action: string, config = blockOf("README.md", "json")) =>
  createProject({ "eslint.config.mjs": config, "iam/policy.json": policy(action) });

it("ends with 0 where nothing is found", () => {
  expect(repository("ims:images:list").shell(check)).toEqual({ status: 0, stdout: "", stderr: "" });
});

it("ends with 1 where there are errors, and prints them", () => {
  const project = repository("ims:images:lst");
  expect(project.shell(check)).toEqual({
    status: 1,
    stdout: `
${project.folder}/iam/policy.json
  7:21  error  "ims:images:lst" is not an action of IMS on Open Telekom Cloud, Swiss OTC or Huawei Cloud. Did you mean "ims:images:list"?  huaweicloud-iam/no-unknown-action

✖ 1 problem (1 error, 0 warnings)

`,
    stderr: "",
  });
});

it("ends with 1 for warnings, and with 0 without --max-warnings 0", () => {
  const project = repository("*:*:*");
  const strict = project.shell(check);
  expect(strict.status).toBe(1);
  expect(strict.stdout).toContain("1 problem (0 errors, 1 warning)");
  expect(strict.stderr).toContain("ESLint found too many warnings (maximum: 0).");

  const lenient = project.shell(check.replace(" --max-warnings 0", ""));
  expect(lenient.status).toBe(0);
  expect(lenient.stdout).toBe(strict.stdout);
});

it("ends with 1 for one rule's findings where that rule is an error", () => {
  const project = repository("*:*:*", page.block("error"));
  expect(project.shell("npx eslint .").status).toBe(1);
  project.write({ "iam/policy.json": policy("ims:images:*", "ims:images:list") });
  const { status, stdout } = project.shell("npx eslint .");
  expect(status).toBe(0);
  expect(stdout).toContain("1 problem (0 errors, 1 warning)");
});

it("ends with 2 where ESLint cannot do its work", () => {
  const config = blockOf("README.md", "settings").replace('cloud: "otc"', 'clouds: "otc"');
  const { status, stderr } = repository("ims:images:list", config).shell(check);
  expect(status).toBe(2);
  expect(stderr).toContain("clouds");
});

it("ends with 2 where suppressions are left over", () => {
  const project = repository("ims:images:lst");
  expect(project.shell("npx eslint . --suppress-all").status).toBe(0);
  expect(project.shell(check).status).toBe(0);
  project.write({ "iam/policy.json": policy("ims:images:list") });
  expect(project.shell(check).status).toBe(2);
});
