import { idle } from "./idle.js";
import { iam } from "./plugin.js";

export default [
  {
    files: ["**/*.yaml"],
    plugins: { iam, bench: { rules: { idle } } },
    language: "iam/yaml",
    rules: { "bench/idle": "error" },
  },
];
