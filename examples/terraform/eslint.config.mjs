import { defineConfig, globalIgnores } from "eslint/config";
import iam from "eslint-plugin-huaweicloud-iam";

export default defineConfig([
  globalIgnores(["**/.terraform/"]),
  { plugins: { "huaweicloud-iam": iam }, extends: ["huaweicloud-iam/recommended-terraform"] },
]);
