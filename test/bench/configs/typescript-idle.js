import * as parser from "@typescript-eslint/parser";
import { idle } from "./idle.js";

export default [
  {
    files: ["**/*.ts"],
    languageOptions: { parser },
    plugins: { bench: { rules: { idle } } },
    rules: { "bench/idle": "error" },
  },
];
