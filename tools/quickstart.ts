import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ESLint } from "eslint";

/** The example project of `npm run demo`. A test lints it as well. */
export const quickstartFolder = fileURLToPath(new URL("../examples/quickstart", import.meta.url));

/** The rule that reports each mistake, by file name. */
const ruleOfMistake: Readonly<Record<string, string>> = {
  "broken-text": "valid-policy",
  "cancelled-allow": "no-ineffective-statement",
  "covered-action": "no-redundant-action",
  "denied-dependency": "require-action-dependencies",
  "every-service": "no-broad-grant",
  "iam-project-only": "require-enterprise-project-support",
  "joined-actions": "no-unknown-action",
  "missing-dependencies": "require-action-dependencies",
  "misspelt-operator": "valid-condition",
  "pattern-without-match": "no-unknown-action",
  "refused-shape": "valid-policy",
  "region-of-global-service": "valid-resource",
  "unknown-action": "no-unknown-action",
};

/** The files of each host. Every host shows every mistake. */
const hosts = { JSON: /^iam\/.*\.json$/u, TypeScript: /^src\/.*\.ts$/u, Terraform: /^terraform\/.*\.tf$/u };

export interface QuickstartReport {
  /** ESLint's results, with paths relative to the example. */
  readonly results: readonly ESLint.LintResult[];
  /** Sentences. Empty if every mistake has its finding and every correct file has none. */
  readonly problems: readonly string[];
}

/**
 * Lints the example project.
 *
 * @param eslint made for `quickstartFolder`
 */
export async function lintQuickstart(eslint: ESLint): Promise<QuickstartReport> {
  const linted = await eslint.lintFiles(["iam", "src", "terraform"]);
  const results = linted.map((result) => ({ ...result, filePath: pathInProject(result.filePath) }));
  return { results, problems: [...results.flatMap(problemsOf), ...missingFiles(results)] };
}

function pathInProject(path: string): string {
  return relative(quickstartFolder, path).replaceAll("\\", "/");
}

function problemsOf({ filePath, messages }: ESLint.LintResult): string[] {
  const found = messages.map(({ ruleId, message }) => ruleId ?? message);
  if (filePath.includes("/correct/")) {
    return found.length > 0 ? [`${filePath} should have no findings, but has: ${found.join(", ")}.`] : [];
  }
  const rule = `huaweicloud-iam/${ruleOfMistake[nameOf(filePath)] ?? "?"}`;
  return found.length === 1 && found[0] === rule
    ? []
    : [`${filePath} should have one finding, of ${rule}, but has: ${found.join(", ") || "none"}.`];
}

/** Without this, a deleted example file would go unnoticed. */
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

/** `broken-text` for `iam/mistakes/broken-text.tf.json`. */
function nameOf(path: string): string {
  return basename(path).replace(/\..*$/u, "");
}
