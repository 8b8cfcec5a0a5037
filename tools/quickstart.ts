import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ESLint } from "eslint";

/** The example project, which `npm run demo` shows and the tests hold to its word. */
export const quickstartFolder = fileURLToPath(new URL("../examples/quickstart", import.meta.url));

/** The rule that finds each mistake, by the name of the file that makes it. */
const ruleOfMistake: Readonly<Record<string, string>> = {
  "broken-text": "valid-policy",
  "cancelled-allow": "no-ineffective-statement",
  "covered-action": "no-redundant-action",
  "denied-dependency": "require-action-dependencies",
  "every-service": "no-broad-grant",
  "glued-actions": "no-unknown-action",
  "iam-project-only": "require-enterprise-project-support",
  "missing-dependencies": "require-action-dependencies",
  "misspelt-operator": "valid-condition",
  "pattern-without-match": "no-unknown-action",
  "refused-shape": "valid-policy",
  "region-of-global-service": "valid-resource",
  "unknown-action": "no-unknown-action",
};

/** Where each mistake is shown. */
const hosts = { JSON: /^iam\/.*\.json$/u, TypeScript: /^src\/.*\.ts$/u };

export interface QuickstartReport {
  /** ESLint's results, with paths as a user of the example sees them. */
  readonly results: readonly ESLint.LintResult[];
  /** What is not as it should be, a sentence each: none when every mistake is found and every twin is clean. */
  readonly problems: readonly string[];
}

/**
 * Lints the example project.
 *
 * @param eslint made for `quickstartFolder`
 */
export async function lintQuickstart(eslint: ESLint): Promise<QuickstartReport> {
  const linted = await eslint.lintFiles(["iam", "src"]);
  const results = linted.map((result) => ({ ...result, filePath: pathInProject(result.filePath) }));
  return { results, problems: [...results.flatMap(problemsOf), ...missingFiles(results)] };
}

function pathInProject(path: string): string {
  return relative(quickstartFolder, path).replaceAll("\\", "/");
}

function problemsOf({ filePath, messages }: ESLint.LintResult): string[] {
  const found = messages.map(({ ruleId, message }) => ruleId ?? message);
  if (filePath.includes("/correct/")) {
    return found.length > 0 ? [`${filePath} is correct and has findings: ${found.join(", ")}.`] : [];
  }
  const rule = `huaweicloud-iam/${ruleOfMistake[nameOf(filePath)] ?? "?"}`;
  return found.length === 1 && found[0] === rule
    ? []
    : [`${filePath} must have one finding, of ${rule}, and has: ${found.join(", ") || "none"}.`];
}

/** A mistake that no file makes any more would pass unseen, and so would a twin that is gone. */
function missingFiles(results: readonly ESLint.LintResult[]): string[] {
  const paths = results.map(({ filePath }) => filePath);
  return Object.entries(hosts).flatMap(([host, files]) =>
    ["mistakes", "correct"].flatMap((folder) => {
      const shown = paths.filter((path) => files.test(path) && path.includes(`/${folder}/`)).map(nameOf);
      const missing = Object.keys(ruleOfMistake).filter((name) => !shown.includes(name));
      return missing.map((name) => `No ${host} file in ${folder}/ shows "${name}".`);
    }),
  );
}

/** `iam/mistakes/broken-text.tf.json`: `broken-text`. */
function nameOf(path: string): string {
  return basename(path).replace(/\..*$/u, "");
}
