import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { clouds } from "../../src/catalog/format.js";
import { createProject } from "./project.js";
import { policy } from "./policies.js";

const root = join(import.meta.dirname, "..", "..");

interface Pack {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** What `npm pack` would put into the package; everything is built already. */
const [pack] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"], {
    cwd: root,
  }).toString(),
) as [Pack];

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);
}

it("the package has the plugin and the command, the catalogue, what editors complete with, its pages, and nothing else", () => {
  const expected = [
    ...["CHANGELOG.md", "LICENSE", "NOTICE", "README.md", "package.json"],
    ...filesIn("catalog", ".json"),
    ...[
      "dist/src/command.js",
      "dist/src/index.js",
      "dist/src/page-reader.js",
      "dist/src/index.d.ts",
      "dist/types/grammar.d.ts",
    ],
    ...clouds.flatMap((cloud) => [`dist/types/${cloud}.d.ts`, `dist/types/${cloud}.js`]),
    ...clouds.flatMap((cloud) => [`schema/${cloud}.json`, `schema/${cloud}.yaml.json`]),
  ];
  expect(pack.files.map(({ path }) => path).toSorted()).toEqual(expected.toSorted());
});

it("the package stays small", () => {
  expect(pack.size).toBeLessThan(700_000);
  expect(pack.unpackedSize).toBeLessThan(5_000_000);
});

it("a damaged package ends the run with one message that says which file and what to do", () => {
  const project = createProject({
    "policy.json": policy("ims:images:lst"),
    "eslint.config.mjs": `
      import iam from "./plugin/dist/src/index.js";
      export default [{ files: ["policy.json"], ...iam.configs["recommended-json"] }];
    `,
  });
  project.write(
    Object.fromEntries(pack.files.map(({ path }) => [`plugin/${path}`, readFileSync(join(root, path), "utf8")])),
  );
  expect(project.run("eslint", ".").stdout).toContain('"ims:images:lst" is not an action of IMS');

  const damaged = "plugin/catalog/otc/ims.json";
  project.write({ [damaged]: project.read(damaged).slice(0, 1000) });
  const { status, stdout, stderr } = project.run("eslint", ".");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  const messages = stderr.split("\n").filter((line) => line.startsWith("Error:"));
  expect(messages).toEqual([
    'Error: The file "catalog/otc/ims.json" of eslint-plugin-huaweicloud-iam is missing or damaged (its SHA-256 differs from that of the published file). Reinstall the package, and restart your editor if it is open.',
  ]);
});
