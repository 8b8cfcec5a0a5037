import { format, resolveConfig } from "prettier";

/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  // The configurations for JSON and Terraform have the same rules as those without.
  ignoreConfig: ["recommended-json", "strict-json", "recommended-terraform", "strict-terraform"],
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
