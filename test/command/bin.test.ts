import { build } from "esbuild";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "huaweicloud-iam-bin-")));
const project = join(folder, "project");
const bin = join(folder, "dist", "src", "command.js");

beforeAll(async () => {
  await build({
    entryPoints: [join(root, "src", "command", "index.ts")],
    outfile: bin,
    ...{ bundle: true, format: "esm", platform: "node", packages: "external" },
  });
  await build({
    entryPoints: [join(root, "tools", "import-catalog", "own-pages.ts")],
    outfile: join(folder, "dist", "src", "page-reader.js"),
    ...{ bundle: true, format: "esm", platform: "node", external: ["leven"] },
  });
  for (const name of ["catalog", "package.json", "node_modules"]) {
    symlinkSync(join(root, name), join(folder, name));
  }
  mkdirSync(project);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: readonly string[]) {
  const env = { PATH: process.env["PATH"], COLUMNS: "80" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: project,
    env,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}

describe("the built command", () => {
  it("has the name that package.json gives it, and a line that makes it a program", () => {
    const { bin: named } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { bin: object };
    expect(named).toEqual({ "huaweicloud-iam": "dist/src/command.js" });
    expect(readFileSync(bin, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/u);
  });

  it("answers, at the width of the terminal, without colours in a pipe", () => {
    const { status, stdout, stderr } = run("explain", "ims:images:export", "--cloud", "otc");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain('      also needs  the system role "Tenant Administrator" for OBS\n');
    expect(stdout).not.toContain("\u001B");
    expect(
      Math.max(
        ...run("coverage")
          .stdout.split("\n")
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it("tells by its exit code what it found", () => {
    expect(run("explain", "ims:images:lst")).toMatchObject({ status: 1, stdout: "" });
    expect(run("explian")).toEqual({
      status: 2,
      stdout: "",
      stderr: 'There is no verb "explian". Did you mean "explain"?\n',
    });
  });

  it("ends quietly when nobody reads on", async () => {
    const child = spawn(process.execPath, [bin, "explain", "*:*:*", "--json"], { cwd: project });
    let errors = "";
    child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
  });

  it("prints all of a long answer into a pipe", () => {
    const { found } = JSON.parse(run("explain", "*:*:*", "--json").stdout) as { found: boolean };
    expect(found).toBe(true);
  });

  it("asks the settings of the project that it runs in", () => {
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    const knownActions = [{ action: "ims:secret:get", reason: "From support." }];
    const config = [{ files: ["**/*.js"], settings: { "huaweicloud-iam": { knownActions } } }];
    writeFileSync(join(project, "eslint.config.js"), `export default ${JSON.stringify(config)};`);
    expect(run("explain", "ims:secret:get").stdout).toContain("From support.");
  });

  it("loads ESLint for an answer that depends on a project's settings, and for no other", () => {
    const config = join(project, "eslint.config.js");
    writeFileSync(config, 'console.error("loaded"); export default []; // Without knownActions.');
    expect(run("policy", "--cloud", "otc", "--api", "POST /v1/cloudimages/{image_id}/file").stderr).toBe("");
    expect(run("explain", "ims:images:*").stderr).toBe("");
    expect(run("search", "images").stderr).toBe("");
    expect(run("explain", "ims:images:lst").stderr).toContain("loaded");
    writeFileSync(config, 'console.error("loaded"); export default [];');
    expect(run("explain", "ims:images:lst").stderr).not.toContain("loaded");
  });

  it("adds pages to a catalogue of the project, and answers from it", () => {
    const page = [
      "Updated on 2026-11-14 GMT+08:00",
      "",
      "| API | Action | Dependencies |",
      "|:--|:--|:--|",
      "| POST /v2/images/{id}/shrink | ims:images:shrink | evs:volumes:get |",
      "",
    ];
    writeFileSync(join(project, "toy.md"), page.join("\n"));
    expect(run("catalog", "add", "toy.md", "--cloud", "otc")).toMatchObject({ status: 0, stderr: "" });
    expect(run("explain", "ims:images:shrink").stdout).toContain("your project's catalogue, page toy.md of 2026-11-14");
    writeFileSync(join(project, "huaweicloud-iam.catalog.json"), "{}");
    expect(run("explain", "ims:images:get")).toMatchObject({
      ...{ status: 2, stdout: "" },
      stderr: expect.stringMatching(
        /^The project's own catalogue "\S+" cannot be used: it is not a catalogue\. .*\n$/u,
      ) as string,
    });
    rmSync(join(project, "huaweicloud-iam.catalog.json"));
  });

  it("shares no module with the plugin at run time, and the plugin none of its own", async () => {
    const { metafile } = await build({
      entryPoints: [join(root, "src", "index.ts")],
      ...{ bundle: true, format: "esm", platform: "node", packages: "external", write: false, metafile: true },
    });
    expect(Object.keys(metafile.inputs).filter((path) => path.includes("src/command/"))).toEqual([]);
    expect(execFileSync(process.execPath, [bin, "--version"]).toString()).toMatch(/^\d/u);
  });
});
