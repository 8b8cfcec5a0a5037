import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createProject, type Project } from "./project.js";
import { readWorkflow, stepsOf, type Job, type Workflow } from "./workflow.js";

const root = join(import.meta.dirname, "..", "..");
const readText = (path: string) => readFileSync(join(root, path), "utf8");
const readOwn = (name: string) => readWorkflow(readText(`.github/workflows/${name}`));

const ci = await readOwn("ci.yml");
const release = await readOwn("release.yml");
const fresh = await readOwn("fresh-catalog.yml");
const site = await readOwn("site.yml");

const commandsOf = (job: Job | undefined) => job?.steps.flatMap(({ run = [] }) => run) ?? [];

describe.each<[string, Workflow]>([
  ["ci.yml", ci],
  ["release.yml", release],
  ["fresh-catalog.yml", fresh],
  ["site.yml", site],
])("%s", (_, workflow) => {
  const steps = stepsOf(workflow);

  it("uses GitHub's own actions and no others, each in a version", () => {
    const used = steps.flatMap(({ uses = [] }) => uses);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^actions\/[\w-]+@v\d+$/u.test(action))).toEqual([]);
  });

  it("leaves no token behind for the programs that it runs", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(0);
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).not.toContain(undefined);
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });

  it("installs what the lock file says, and runs no script of it", () => {
    const installing = steps
      .flatMap(({ run = "" }) => run.split("\n"))
      .filter((line) => /npm (?:ci|i|install)\b/u.test(line));
    expect(installing.length).toBeGreaterThan(0);
    expect(installing.filter((line) => !line.startsWith("npm ci --ignore-scripts"))).toEqual([]);
  });

  it("takes nothing that others can write into a command", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });
});

describe("ci.yml", () => {
  it("runs everything for each pull request and on main, and may read only", () => {
    expect(ci.on).toEqual({ pull_request: null, push: { branches: ["main"] } });
    expect(ci.permissions).toEqual({ contents: "read" });
    expect(Object.values(ci.jobs).map(({ permissions }) => permissions)).toEqual([undefined, undefined]);
    expect(commandsOf(ci.jobs["everything"])).toEqual([".ci/run"]);
    expect(commandsOf(ci.jobs["versions"])).toContain("npm run matrix");
  });
});

describe("site.yml", () => {
  const { build, publish } = site.jobs;

  it("publishes what is on main, and only after its tests", () => {
    expect(site.on).toEqual({ push: { branches: ["main"] } });
    expect(commandsOf(build)).toEqual(["npm ci --ignore-scripts", "npm run site:test", "npm run site:build"]);
    expect(publish).toMatchObject({ needs: "build" });
  });

  it("lets the job that runs other people's code read only", () => {
    expect(site.permissions).toEqual({});
    expect([build, publish].map((job) => job?.permissions)).toEqual([
      { contents: "read" },
      { pages: "write", "id-token": "write" },
    ]);
    expect(commandsOf(publish)).toEqual([]);
  });
});

describe("release.yml", () => {
  const { pack, publish, announce } = release.jobs;

  it("runs for tags only", () => {
    expect(release.on).toEqual({ push: { tags: ["v*"] } });
  });

  it("gives each job what it needs: the one that runs other people's code may read only", () => {
    expect(release.permissions).toEqual({});
    expect([pack, publish, announce].map((job) => job?.permissions)).toEqual([
      { contents: "read" },
      { "id-token": "write" },
      { contents: "write" },
    ]);
    expect(commandsOf(publish)).toEqual(["npm publish ./release/*.tgz --provenance --access public"]);
    expect(commandsOf(announce)).toEqual([
      expect.stringMatching(/^gh release create "\$GITHUB_REF_NAME" release\/\*/u),
    ]);
  });

  it("checks everything before it packs", () => {
    const commands = commandsOf(pack);
    const order = ["npm ci --ignore-scripts", "npm audit signatures", ".ci/run", "npm pack --pack-destination release"];
    const places = order.map((command) => commands.indexOf(command));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  const [tagCheck = ""] = commandsOf(pack);
  const { version } = JSON.parse(readText("package.json")) as { version: string };

  it.each([
    [`v${version}`, 0],
    [version, 1],
    [`v${version}-beta.1`, 1],
    ["v999.0.0", 1],
  ])("takes the tag %s: status %d", (tag, status) => {
    const project = packageFiles();
    expect(project.run("env", `GITHUB_REF_NAME=${tag}`, "bash", "-e", "-c", tagCheck).status).toBe(status);
  });

  it("lists every package that comes along, with its hash and its licence", () => {
    const project = packageFiles();
    const listing = commandsOf(pack).find((command) => command.includes("npm sbom")) ?? "";
    project.write({ "release/README": "" });
    expect(project.install("bash", "-e", "-c", `rm -rf node_modules\n${listing}`)).toMatchObject({ status: 0 });
    const { components } = JSON.parse(project.read("release/sbom.cdx.json")) as { components: readonly Component[] };
    expect(components.map(({ purl }) => purl.replace(/@[^@]*$/u, ""))).toEqual(runTimePackages());
    expect(components.filter(({ hashes, licenses }) => !hashes || !licenses)).toEqual([]);
  });
});

describe("fresh-catalog.yml", () => {
  it("runs each week and on demand", () => {
    expect(fresh.on).toEqual({ schedule: [{ cron: expect.any(String) as string }], workflow_dispatch: null });
  });

  it("lets the job that runs other people's code read only, and the one that may write run none", () => {
    const { import: reading, propose } = fresh.jobs;
    expect(fresh.permissions).toEqual({});
    expect(reading?.permissions).toEqual({ contents: "read" });
    expect(propose?.permissions).toEqual({ contents: "write", "pull-requests": "write" });
    expect(commandsOf(propose).filter((command) => /\bnp[mx]\b|\bnode\b/u.test(command))).toEqual([]);
  });

  it("fetches and imports before it checks, and packs at the end", () => {
    expect(commandsOf(fresh.jobs["import"]).map((command) => command.split("\n")[0])).toEqual([
      "npm ci --ignore-scripts",
      'npm run --silent fresh-catalog -- "$RUNNER_TEMP/fresh"',
      "npm run --silent check:catalog",
      "npx tsx tools/build-coverage-page.ts",
      'mkdir "$RUNNER_TEMP/changes"',
    ]);
  });
});

interface Component {
  readonly purl: string;
  readonly hashes?: unknown;
  readonly licenses?: unknown;
}

function packageFiles(): Project {
  return createProject({
    "package.json": readText("package.json"),
    "package-lock.json": readText("package-lock.json"),
  });
}

/** The packages of the lock file that are not for development, in its order. */
function runTimePackages(): readonly string[] {
  const { packages } = JSON.parse(readText("package-lock.json")) as {
    packages: Readonly<Record<string, { dev?: boolean }>>;
  };
  return Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== "" && !dev)
    .map(([folder]) => `pkg:npm/${folder.replace("node_modules/", "").replace("@", "%40")}`);
}
