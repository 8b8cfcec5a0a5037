import jsonSchema from "eslint-plugin-json-schema-validator";
import { readFileSync } from "node:fs";

/** Written by groups/other-tools.ts into the folder that it runs in. */
const schema = JSON.parse(readFileSync("schema.json", "utf8"));

export default [
  ...jsonSchema.configs.base,
  {
    files: ["policies/*.json"],
    rules: {
      "json-schema-validator/no-invalid": [
        "error",
        { schemas: [{ fileMatch: ["policies/*.json"], schema }], useSchemastoreCatalog: false },
      ],
    },
  },
];
