import { createRequire } from "node:module";
import type * as yaml from "yaml-eslint-parser";

const name = "yaml-eslint-parser";

/**
 * The parser of YAML, which users install beside the plugin. It is loaded when the first YAML file is read.
 *
 * @param load as `require`
 * @throws Error with what to do if it is not installed
 */
export function yamlParser(load: (name: string) => unknown = createRequire(import.meta.url)): typeof yaml {
  try {
    return load(name) as typeof yaml;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") {
      throw new Error(`To check policies in YAML, install ${name}: npm install --save-dev ${name}`, { cause: error });
    }
    throw error;
  }
}
