import { defineConfig } from "eslint/config";
import iam from "eslint-plugin-huaweicloud-iam";

export default defineConfig([{ plugins: { "huaweicloud-iam": iam }, extends: ["huaweicloud-iam/recommended-yaml"] }]);
