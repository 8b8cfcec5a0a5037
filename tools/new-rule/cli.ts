/** The command line of the rule generator. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ruleIndex, ruleNames } from "../rule-index.js";
import { checkFile, pageFile, ruleFile, testFile, type NewRule, type WrittenFile } from "./templates.js";

/** The prefixes of rule names. */
const prefixes = ["no", "require", "valid", "consistent"];

/** An error that the caller can correct. */
class UsageError extends Error {}

/**
 * Generates a rule that compiles, reports an example, and has a check, a page and a test.
 *
 * @param root the project folder
 * @param args the name of the rule and, optionally, the folder of `src/checks` for its check (default: `actions`)
 * @param print receives the output, line by line
 * @returns the exit code: 0 written; 1 for invalid arguments, with nothing written
 */
export async function main(root: string, args: readonly string[], print: (line: string) => void): Promise<number> {
  try {
    const rule = readArguments(root, args);
    const files = await Promise.all([ruleFile(rule), checkFile(rule), testFile(rule), pageFile(rule)]);
    await write(root, rule, files);
    [...files.map(({ path }) => path), "rules/index.ts", "CHANGELOG.md"].forEach((path) => print(`Wrote ${path}.`));
    print(
      `Next: fill in the parts that begin with "Say here", then run "npx vitest run ${files[2].path}" and "npm run docs".`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    print(error.message);
    return 1;
  }
}

function readArguments(root: string, [name, folder = "actions", ...rest]: readonly string[]): NewRule {
  if (name === undefined) {
    throw new UsageError("Name the rule: npm run new-rule no-something.");
  }
  if (rest.length > 0) {
    throw new UsageError("Give one name and at most one folder of src/checks: npm run new-rule no-something effect.");
  }
  if (!new RegExp(`^(?:${prefixes.join("|")})(?:-[a-z][a-z0-9]*)+$`, "u").test(name)) {
    throw new UsageError(
      `"${name}" is not a valid rule name: start with one of ${prefixes.map((prefix) => `${prefix}-`).join(", ")}, followed by lowercase words joined by hyphens.`,
    );
  }
  const folders = readdirSync(join(root, "src/checks"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folderNames = folders.map((entry) => entry.name).sort();
  if (!folderNames.includes(folder)) {
    throw new UsageError(`src/checks has no folder "${folder}": choose one of ${folderNames.join(", ")}.`);
  }
  return { name, folder };
}

/** Writes all files, or none if one exists or cannot be written. */
async function write(root: string, { name }: NewRule, files: readonly WrittenFile[]): Promise<void> {
  const existing = files.find(({ path }) => existsSync(join(root, path)));
  if (existing) {
    throw new UsageError(`${existing.path} already exists: choose another name, or remove it.`);
  }
  const changed = [
    { path: "rules/index.ts", text: await ruleIndex([...ruleNames(join(root, "rules")), name].sort()) },
    { path: "CHANGELOG.md", text: addEntry(readFileSync(join(root, "CHANGELOG.md"), "utf8"), name) },
  ];
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text, { flag: "wx" });
    }
  } catch (error) {
    files.forEach(({ path }) => rmSync(join(root, path), { force: true }));
    throw error;
  }
  changed.forEach(({ path, text }) => writeFileSync(join(root, path), text));
}

/** Adds the rule to the additions of the unreleased version. */
function addEntry(changelog: string, name: string): string {
  const [head = "", ...versions] = changelog.split(/^(?=## )/mu);
  const [next = "", ...released] = versions;
  const added = /^### Added\n\n(?:(?:- | {2}).*\n)+/mu;
  if (!/^## .*unreleased$/imu.test(next) || !added.test(next)) {
    throw new UsageError(
      'CHANGELOG.md has to start with an unreleased version that has a list under "### Added": add it.',
    );
  }
  const entry = `- \`${name}\` (in \`strict\`): say here what it finds.\n`;
  return [head, next.replace(added, (list) => `${list}${entry}`), ...released].join("");
}
