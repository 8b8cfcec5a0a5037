import { format, resolveConfig } from "prettier";

/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  // The configurations for a language have the same rules as those without.
  ignoreConfig: ["json", "terraform", "yaml"].flatMap((name) => [`recommended-${name}`, `strict-${name}`]),
  configEmoji: [
    ["recommended", "✅"],
    ["strict", "🔒"],
  ],
  ruleDocSectionInclude: ["Examples", "When not to use it", "Where the facts come from", "Sources"],
  ruleListColumns: ["name", "description", "configsError", "configsWarn", "fixable", "hasSuggestions", "options"],
  ruleDocNotices: ["configs", "deprecated", "fixableAndHasSuggestions", "description"],
  urlConfigs: "https://github.com/eslint-plugin-huaweicloud-iam/eslint-plugin-huaweicloud-iam#configurations",
  async postprocess(content, path) {
    return format(content, { ...(await resolveConfig(path)), parser: "markdown" });
  },
};
