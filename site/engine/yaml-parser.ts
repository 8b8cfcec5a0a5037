import type * as yaml from "yaml-eslint-parser";

let parser: typeof yaml | undefined;

/** Loads the parser of YAML, which nobody needs for other languages. */
export async function loadYamlParser(): Promise<void> {
  parser ??= await import("yaml-eslint-parser");
}

/**
 * In a browser, stands for `src/hosts/yaml/parser.ts`.
 *
 * @throws Error if the parser has not been loaded
 */
export function yamlParser(): typeof yaml {
  if (!parser) {
    throw new Error("The parser of YAML has not been loaded.");
  }
  return parser;
}
