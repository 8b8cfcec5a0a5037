import { execFileSync } from "node:child_process";
import { join } from "node:path";

/**
 * Runs the tests and the smoke test, which goes through the versions of ESLint, under each line of Node.js that
 * package.json allows, from its oldest version on. Needs the npm registry, which has Node.js as the package `node`.
 */
const versions = ["20.19.0", "20", "22.13.0", "22", "24"];

const root = join(import.meta.dirname, "..");
for (const version of versions) {
  process.stdout.write(`\nNode.js ${version}\n`);
  under(version, "node_modules/vitest/vitest.mjs", "run", "--project=!e2e");
  under(version, "--import", "tsx", "tools/smoke.ts");
}

/** Runs a script under a version of Node.js; npm, which the smoke test calls, runs under it too. */
function under(version: string, ...args: readonly string[]): void {
  const command = ["exec", "--yes", `--package=node@${version}`, "--", "node", ...args];
  execFileSync("npm", command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
}
