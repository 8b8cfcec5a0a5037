import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * Whether a configuration may have some settings of this plugin, by the text of its own files. To load it takes many
 * times as long as any answer, and most have none of them. Wherever the text leaves it open, it may.
 *
 * @param path of the configuration
 * @param names of settings
 */
export function mayHaveSettings(path: string, names: readonly string[]): boolean {
  const setting = new RegExp(String.raw`\b(?:${names.join("|")})\b`, "u");
  const files = [path];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    if (files.length > maxFiles || setting.test(text) || importsUnknown.test(text)) {
      return true;
    }
    for (const name of importedBy(text)) {
      const own = name.startsWith(".") ? fileAt(resolve(dirname(file), name)) : undefined;
      if (own !== undefined && !files.includes(own)) {
        files.push(own);
      } else if (own === undefined && !isWithoutSettings(name, dirname(file))) {
        return true;
      }
    }
  }
  return false;
}

const maxFiles = 50;

/** An import by an expression. */
const importsUnknown = /\b(?:import|require)\s*\((?!\s*["'])/u;

function importedBy(text: string): readonly string[] {
  const found = text.matchAll(/\b(?:from|import|require)\s*\(?\s*(?<quote>["'])(?<name>[^"'\n]+)\k<quote>/gu);
  return [...found].map(({ groups }) => groups?.["name"] ?? "");
}

/** A module as it is written, or with an ending that is left out or that TypeScript replaces. */
function fileAt(path: string): string | undefined {
  const base = path.replace(/\.[cm]?js$/u, "");
  const endings = ["js", "mjs", "cjs", "ts", "mts", "cts", "json"];
  return [path, ...endings.map((ending) => `${base}.${ending}`), join(path, "index.js")].find(
    (at) => existsSync(at) && statSync(at).isFile(),
  );
}

/** What of Node.js gives a configuration nothing that its own text does not have. */
const harmless: ReadonlySet<string> = new Set(["module", "os", "path", "process", "url"]);

const ownName = "eslint-plugin-huaweicloud-iam";

/** Whether a package has no settings of this plugin to share: it does not depend on it. */
function isWithoutSettings(name: string, folder: string): boolean {
  const [scope = "", rest = ""] = name.split("/");
  const packageName = scope.startsWith("@") ? `${scope}/${rest}` : scope;
  if (packageName === ownName || harmless.has(name.replace(/^node:/u, ""))) {
    return true;
  }
  const manifest = manifestOf(packageName, folder);
  return manifest !== undefined && !manifest.includes(`"${ownName}"`);
}

function manifestOf(packageName: string, folder: string): string | undefined {
  const path = join(folder, "node_modules", packageName, "package.json");
  if (existsSync(path)) {
    return readFileSync(path, "utf8");
  }
  return dirname(folder) === folder ? undefined : manifestOf(packageName, dirname(folder));
}
