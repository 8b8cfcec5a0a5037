/** The command line that begins a new rule. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ruleIndex, ruleNames } from "../rule-index.js";
import { checkFile, pageFile, ruleFile, testFile, type NewRule, type WrittenFile } from "./templates.js";

/** The beginnings of a rule's name, each a verb or what stands for one. */
const verbs = ["no", "require", "valid", "consistent"];

/** What the caller has to put right. */
class Refusal extends Error {}

/**
 * Writes the files of a new rule: it compiles, has a page and a test, and reports something already.
 *
 * @param root the project's folder
 * @param args the rule's name, and the folder of `src/checks` that its check goes into, `actions` where none is named
 * @param print receives what goes to the terminal, line by line
 * @returns the exit code: 1 for a bad call, with nothing written
 */
export async function main(root: string, args: readonly string[], print: (line: string) => void): Promise<number> {
  try {
    const rule = readArguments(root, args);
    const files = await Promise.all([ruleFile(rule), checkFile(rule), testFile(rule), pageFile(rule)]);
    await write(root, rule, files);
    [...files.map(({ path }) => path), "rules/index.ts", "CHANGELOG.md"].forEach((path) => print(`Wrote ${path}.`));
    print(`Now say in them what the rule is about, and run "npx vitest run ${files[2].path}" and "npm run docs".`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    print(error.message);
    return 1;
  }
}

function readArguments(root: string, [name, folder = "actions", ...rest]: readonly string[]): NewRule {
  if (name === undefined) {
    throw new Refusal("Name the rule: npm run new-rule no-something.");
  }
  if (rest.length > 0) {
    throw new Refusal("Give one name, and one folder of src/checks at most: npm run new-rule no-something effect.");
  }
  if (!new RegExp(`^(?:${verbs.join("|")})(?:-[a-z][a-z0-9]*)+$`, "u").test(name)) {
    throw new Refusal(
      `"${name}" is no name for a rule: begin with ${verbs.map((verb) => `${verb}-`).join(", ")} and go on with words in small letters, joined by hyphens.`,
    );
  }
  const folders = readdirSync(join(root, "src/checks"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folderNames = folders.map((entry) => entry.name).sort();
  if (!folderNames.includes(folder)) {
    throw new Refusal(`src/checks has no folder "${folder}": take one of ${folderNames.join(", ")}.`);
  }
  return { name, folder };
}

/** Writes all files or none. */
async function write(root: string, { name }: NewRule, files: readonly WrittenFile[]): Promise<void> {
  const existing = files.find(({ path }) => existsSync(join(root, path)));
  if (existing) {
    throw new Refusal(`${existing.path} is there already: take another name, or remove it.`);
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

/** Adds a line on the rule to what the next version adds. */
function addEntry(changelog: string, name: string): string {
  const [head = "", ...versions] = changelog.split(/^(?=## )/mu);
  const [next = "", ...released] = versions;
  const added = /^### Added\n\n(?:(?:- | {2}).*\n)+/mu;
  if (!/^## .*unreleased$/imu.test(next) || !added.test(next)) {
    throw new Refusal('CHANGELOG.md does not begin with an unreleased version that has a list "### Added": add one.');
  }
  const entry = `- \`${name}\` (in \`strict\`): say here what it finds.\n`;
  return [head, next.replace(added, (list) => `${list}${entry}`), ...released].join("");
}
