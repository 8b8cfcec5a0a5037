import { idle } from "./idle.js";
import { iam } from "./plugin.js";

export default [
  {
    files: ["**/*.tf"],
    plugins: { iam, bench: { rules: { idle } } },
    language: "iam/hcl",
    rules: { "bench/idle": "error" },
  },
];
