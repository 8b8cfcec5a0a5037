import { execFileSync } from "node:child_process";
import { join } from "node:path";

/**
 * Runs the tests and the smoke test on the oldest and the newest version of each Node.js line that package.json allows.
 * The smoke test covers the versions of ESLint. Needs the npm registry, which has Node.js as the package `node`.
 */
const versions = ["20.19.0", "20", "22.13.0", "22", "24"];

const root = join(import.meta.dirname, "..");
for (const version of versions) {
  process.stdout.write(`\nNode.js ${version}\n`);
  under(version, "node_modules/vitest/vitest.mjs", "run", "--project=!e2e");
  under(version, "--import", "tsx", "tools/smoke.ts");
}

/** Runs a script with a version of Node.js. The npm that the smoke test calls uses that version too. */
function under(version: string, ...args: readonly string[]): void {
  const command = ["exec", "--yes", `--package=node@${version}`, "--", "node", ...args];
  execFileSync("npm", command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
}
