import { existsSync, readdirSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { settingsKey, settingsOf, type Settings } from "../eslint/settings.js";
import { mayHaveSettings } from "./config-text.js";
import type { ProjectSettings, SettingName } from "./verb.js";

/** What a project without a configuration has. */
const none: ProjectSettings = { knownActions: [], policySources: [], cloud: undefined };

/**
 * The settings of this plugin in the project of a folder, those of all its files together. ESLint, which takes longer to
 * load than all else, is loaded only where there is a configuration that may have those that are asked for.
 *
 * @param names of settings; others may be missing
 * @throws Error if the configuration cannot be loaded, or a setting is wrong
 */
export async function projectSettings(folder: string, names: readonly SettingName[]): Promise<ProjectSettings> {
  const config = nearestConfig(folder);
  if (config === undefined || !mayHaveSettings(config, names)) {
    return none;
  }
  const root = dirname(config);
  const { ESLint } = await import("eslint");
  const eslint = new ESLint({ cwd: root });
  const settings: Settings[] = [];
  const seen = new Set<unknown>();
  for (const file of representativeFiles(root)) {
    const config = (await eslint.calculateConfigForFile(file)) as { settings?: Record<string, unknown> } | undefined;
    const shared = config?.settings ?? {};
    const key = JSON.stringify(shared[settingsKey]);
    if (!seen.has(key)) {
      seen.add(key);
      settings.push(settingsOf(shared));
    }
  }
  return merge(settings);
}

/** Each entry once; a cloud only if all files that name one agree. */
function merge(settings: readonly Settings[]): ProjectSettings {
  const [cloud, ...others] = new Set(settings.flatMap((one) => one.cloud ?? []));
  return {
    knownActions: unique(settings.flatMap(({ knownActions = [] }) => knownActions)),
    policySources: unique(settings.flatMap(({ policySources = [] }) => policySources)),
    cloud: others.length === 0 ? cloud : undefined,
  };
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** The names that ESLint looks for, in its order. */
const configNames = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((ending) => `eslint.config.${ending}`);

function nearestConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const config = configNames.map((name) => join(at, name)).find((path) => existsSync(path));
    if (config !== undefined) {
      return config;
    }
    if (dirname(at) === at) {
      return undefined;
    }
  }
}

const policyEndings: ReadonlySet<string> = new Set([
  ...[".json", ".jsonc", ".json5", ".tf", ".tofu", ".tfvars", ".md"],
  ...[".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"],
]);

const maxFolders = 500;

/** A file of each kind in each folder, those that a policy may be in, down to a limit; the settings of others differ rarely. */
function representativeFiles(root: string): readonly string[] {
  const files = new Map<string, string>();
  const folders = [root];
  for (const folder of folders) {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (folder !== root && entries.some(({ name }) => configNames.includes(name))) {
      // Another project.
      continue;
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (folders.length < maxFolders && !entry.name.startsWith(".") && entry.name !== "node_modules") {
          folders.push(path);
        }
      } else if (policyEndings.has(extname(entry.name))) {
        files.set(`${folder} ${extname(entry.name)}`, path);
      }
    }
  }
  return [...files.values()];
}
