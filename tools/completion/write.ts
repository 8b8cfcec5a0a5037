import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clouds } from "../../src/catalog/format.js";
import { policySchema } from "./policy-schema.js";
import { policyTypes } from "./policy-types.js";
import { jsonForm, yamlForm } from "./schema.js";
import { vocabularyOf } from "./vocabulary.js";

/**
 * Writes what editors complete policies with, from the catalogue: schemas for JSON and YAML into `schema/`, and types for
 * TypeScript into `dist/types/`.
 *
 * @param root absolute; the folder of the package
 */
export function writeCompletion(root: string): void {
  const schemas = join(root, "schema");
  const types = join(root, "dist", "types");
  for (const folder of [schemas, types]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  copyFileSync(join(import.meta.dirname, "grammar.d.ts"), join(types, "grammar.d.ts"));
  for (const cloud of clouds) {
    const vocabulary = vocabularyOf(cloud);
    writeFileSync(join(schemas, `${cloud}.json`), `${JSON.stringify(policySchema(vocabulary, jsonForm))}\n`);
    writeFileSync(join(schemas, `${cloud}.yaml.json`), `${JSON.stringify(policySchema(vocabulary, yamlForm))}\n`);
    writeFileSync(join(types, `${cloud}.d.ts`), policyTypes(vocabulary));
    // For whoever imports a type without saying so: there is nothing to run.
    writeFileSync(join(types, `${cloud}.js`), "export {};\n");
  }
}
