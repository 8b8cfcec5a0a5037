import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";
import iam from "eslint-plugin-huaweicloud-iam";

export default defineConfig([
  { files: ["iam/**/*.json"], plugins: { "huaweicloud-iam": iam }, extends: ["huaweicloud-iam/recommended-json"] },
  {
    files: ["**/*.ts"],
    languageOptions: { parser },
    plugins: { "huaweicloud-iam": iam },
    extends: ["huaweicloud-iam/recommended"],
  },
]);
