// The same with type information, as a project has it that lints with types anyway: the findings are the same.
import { defineConfig } from "eslint/config";
import config from "./eslint.config.js";

export default defineConfig([
  config,
  {
    files: ["src/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
]);
