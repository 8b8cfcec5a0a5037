import json from "@eslint/json";
import type { ESLint, Linter } from "eslint";
import { rules } from "../rules/index.js";
import { ownCatalogsHash } from "./catalog/own/location.js";
import { readIdentity } from "./catalog/store.js";
import { languages } from "./eslint/languages.js";
import { markdownJson } from "./eslint/markdown-json.js";
import { readPackageFile } from "./catalog/package-file.js";
import type { PolicyRule } from "./eslint/create-rule.js";

const packageJson = JSON.parse(readPackageFile("package.json")) as { name: string; version: string };

const published = readIdentity().sha256.slice(0, 8);

const namespace = "huaweicloud-iam";
const jsonNamespace = `${namespace}-json`;
const markdownNamespace = `${namespace}-markdown`;

type ConfigName = RuleSet | `${RuleSet}-${"json" | "terraform" | "yaml"}`;
type RuleSet = "recommended" | "strict";

/** The plugin object: what ESLint loads. */
const plugin: ESLint.Plugin & { readonly configs: Readonly<Record<ConfigName, Linter.Config>> } = {
  meta: {
    name: packageJson.name,
    namespace,
    // With the catalogue's identity in it, so that a new catalogue makes ESLint's cache stale; and with that of the
    // project's own, which is looked at when ESLint asks, and may have changed since the last run.
    get version() {
      const own = ownCatalogsHash();
      return [`${packageJson.version}+${published}`, ...(own === "" ? [] : [own.slice(0, 8)])].join(".");
    },
  },
  rules,
  languages,
  get configs() {
    return configs;
  },
};

const base: Linter.Config = { plugins: { [namespace]: plugin } };

/** Our own copies of the JSON language, under our own names: they get in the way of no other copy. */
const jsonBase: Linter.Config = {
  plugins: { ...base.plugins, [jsonNamespace]: json, [markdownNamespace]: markdownJson },
  language: `${jsonNamespace}/json`,
};

/** The files of Terraform and OpenTofu, but not the copies of other people's modules that they keep. */
const terraformBase: Linter.Config = {
  ...base,
  files: ["**/*.tf", "**/*.tofu", "**/*.tfvars"],
  ignores: ["**/.terraform/**"],
  language: `${namespace}/hcl`,
};

const yamlBase: Linter.Config = { ...base, files: ["**/*.yaml", "**/*.yml"], language: `${namespace}/yaml` };

const recommended = entries(
  (docs) => docs.config === "recommended",
  ({ severity }) => severity,
);
const strict = entries(
  () => true,
  ({ severity, strictOptions }) => (strictOptions ? [severity, strictOptions] : severity),
);

const configs: Readonly<Record<ConfigName, Linter.Config>> = {
  recommended: { name: `${namespace}/recommended`, ...base, rules: recommended },
  strict: { name: `${namespace}/strict`, ...base, rules: strict },
  "recommended-json": { name: `${namespace}/recommended-json`, ...jsonBase, rules: recommended },
  "strict-json": { name: `${namespace}/strict-json`, ...jsonBase, rules: strict },
  "recommended-terraform": { name: `${namespace}/recommended-terraform`, ...terraformBase, rules: recommended },
  "strict-terraform": { name: `${namespace}/strict-terraform`, ...terraformBase, rules: strict },
  "recommended-yaml": { name: `${namespace}/recommended-yaml`, ...yamlBase, rules: recommended },
  "strict-yaml": { name: `${namespace}/strict-yaml`, ...yamlBase, rules: strict },
};

type Docs = PolicyRule["meta"]["docs"];

/** The entries of the rules in a configuration. */
function entries(isIncluded: (docs: Docs) => boolean, entryOf: (docs: Docs) => Linter.RuleEntry): Linter.RulesRecord {
  const included = Object.entries(rules).filter(([, { meta }]) => isIncluded(meta.docs));
  return Object.fromEntries(included.map(([name, { meta }]) => [`${namespace}/${name}`, entryOf(meta.docs)]));
}

// The second name is what require() gives: the plugin itself, as import does.
export { plugin as default, plugin as "module.exports" };
