import { expect, it } from "vitest";
import { reaches, type GrantSite } from "../../src/policy/grant-site.js";

const site = (scope: GrantSite["scope"], target?: string, principal: string | undefined = "team"): GrantSite => ({
  scope,
  range: [0, 1],
  ...(principal === "" ? {} : { principal }),
  ...(target === undefined ? {} : { target }),
});

it.each<[reason: string, one: GrantSite, other: GrantSite]>([
  ["the same project", site("iam-project", "a"), site("iam-project", "a")],
  ["the same enterprise project", site("enterprise-project", "a"), site("enterprise-project", "a")],
  ["all projects and one", site("all-projects"), site("iam-project")],
  ["all projects and an enterprise project, which comes later", site("all-projects"), site("enterprise-project", "a")],
  ["all projects and the domain", site("all-projects"), site("domain", "a")],
  ["the domain", site("domain"), site("domain", "a")],
])("a grant reaches another one on %s", (_, one, other) => {
  expect(reaches(one, other)).toBe(true);
});

it.each<[reason: string, one: GrantSite, other: GrantSite]>([
  ["another project", site("iam-project", "a"), site("iam-project", "b")],
  ["projects that are not known", site("iam-project"), site("iam-project")],
  ["a project and all of them", site("iam-project", "a"), site("all-projects", "a")],
  ["an enterprise project and a project", site("enterprise-project", "a"), site("iam-project", "a")],
  ["the same project for others", site("iam-project", "a", "others"), site("iam-project", "a")],
  ["the same project for somebody unknown", site("iam-project", "a", ""), site("iam-project", "a", "")],
])("a grant does not reach another one on %s", (_, one, other) => {
  expect(reaches(one, other)).toBe(false);
});
