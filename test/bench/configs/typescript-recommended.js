import * as parser from "@typescript-eslint/parser";
import iam from "../../../dist/src/index.js";

export default [{ files: ["**/*.ts"], languageOptions: { parser }, ...iam.configs.recommended }];
