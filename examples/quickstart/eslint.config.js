import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";
import iam from "eslint-plugin-huaweicloud-iam";

export default defineConfig([
  { files: ["iam/**/*.json"], plugins: { "huaweicloud-iam": iam }, extends: ["huaweicloud-iam/recommended-json"] },
  {
    files: ["src/**/*.ts"],
    languageOptions: { parser },
    plugins: { "huaweicloud-iam": iam },
    extends: ["huaweicloud-iam/recommended"],
  },
  { plugins: { "huaweicloud-iam": iam }, extends: ["huaweicloud-iam/recommended-terraform"] },
  // Where a policy is granted stands in no policy: here the folder tells.
  { files: ["**/enterprise-project/*"], settings: { "huaweicloud-iam": { scope: "enterprise-project" } } },
]);
