import * as parser from "@typescript-eslint/parser";
import { iam } from "./plugin.js";

export default [{ files: ["**/*.ts"], languageOptions: { parser }, ...iam.configs.strict }];
