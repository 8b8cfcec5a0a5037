import json from "@eslint/json";
import { idle } from "./idle.js";

export default [
  {
    files: ["**/*.json"],
    plugins: { json, bench: { rules: { idle } } },
    language: "json/json",
    rules: { "bench/idle": "error" },
  },
];
