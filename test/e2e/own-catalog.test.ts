import { describe, expect, it } from "vitest";
import { guide } from "./guide.js";
import { createProject, type Project } from "./project.js";

const page = guide("docs/own-catalogue.md");

const head = "| API | Action | Dependencies |\n|:--|:--|:--|\n";
const markdown = `更新时间:2026-11-14 GMT+08:00\n\n${head}| POST /v1/toys | ecs:toys:wind | evs:volumes:get |\n`;

function reStructuredText(dependency: string): string {
  const line = "+------------------------------+-------------------+------------------+\n";
  const cells = (...texts: readonly string[]) =>
    `| ${[28, 17, 16].map((width, place) => texts[place]?.padEnd(width)).join(" | ")} |\n`;
  return [
    ...["Permissions\n===========\n\n", line, cells("API", "Action", "Dependencies"), line.replaceAll("-", "=")],
    ...[cells("POST /v2/images/{id}/shrink", "ims:images:shrink", dependency), line],
  ].join("");
}

const policy = JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:shrink"] }] });

function projectWithPages(): Project {
  return createProject({
    "pages/toys.md": markdown,
    "umn/source/permissions.rst": reStructuredText("evs:volumes:get"),
    "eslint.config.mjs": page.block("own-catalogue"),
    "iam/shrinker.json": policy,
  });
}

describe("a project's own catalogue", () => {
  it("is made as the page says, and linted by", () => {
    const project = projectWithPages();
    const before = project.run("eslint", ".");
    expect(before.status).toBe(2);
    expect(before.stderr).toContain("Make it: npx huaweicloud-iam catalog add");
    expect(project.shell(page.block("add"))).toMatchObject({ status: 0, stderr: "" });
    const { status, stdout } = project.run("eslint", ".");
    expect(status).toBe(1);
    expect(stdout).toContain(
      '"ims:images:shrink" is missing its dependency action: evs:volumes:get. Grant it too. Documented by your project\'s catalogue, page permissions.rst of 2026-11-14',
    );
    expect(project.run("huaweicloud-iam", "explain", "ecs:toys:wind").stdout).toContain("page toys.md of 2026-11-14");
  });

  it("makes ESLint's cache stale when it changes, and only then", () => {
    const project = projectWithPages();
    const lintCached = () => project.run("eslint", ".", "--cache");
    project.shell(page.block("add"));
    expect(lintCached().stdout).toContain("evs:volumes:get");
    const cached = project.read(".eslintcache");
    project.shell(page.block("add"));
    expect(lintCached().stdout).toContain("evs:volumes:get");
    expect(project.read(".eslintcache")).toBe(cached);
    project.write({ "umn/source/permissions.rst": reStructuredText("evs:volumes:use") });
    project.shell(page.block("add"));
    expect(lintCached().stdout).toContain("evs:volumes:use");
  });
});
