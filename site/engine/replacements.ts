import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = new URL("./", import.meta.url);

const noFiles = new URL("no-files.ts", here);

/** Modules of `src/` that need Node.js, and what stands for each in a browser. */
const modules: Readonly<Record<string, string>> = {
  "package-file": "package-files.ts",
  sha256: "sha256.ts",
  parser: "yaml-parser.ts",
};

const ofThePlugin = /\/src\/(?:catalog|hosts\/yaml)\/(?<name>package-file|sha256|parser)\.[jt]s$/u;

/**
 * What stands in a browser for a module that the plugin or ESLint imports; `undefined` if it is that module itself. For bundlers.
 *
 * @param specifier as it is imported
 * @param importer the path of the file that imports it
 */
export function replacementOf(specifier: string, importer: string): string | undefined {
  const from = importer.replaceAll("\\", "/");
  if (specifier === "../rules" && from.endsWith("/eslint/lib/config/default-config.js")) {
    return fileURLToPath(new URL("no-core-rules.ts", here));
  }
  if (specifier === "esquery" && from.includes("/eslint/lib/")) {
    // As ESLint gets it from Node.js: bundlers take its other build, whose functions `require` does not see.
    return createRequire(importer).resolve(specifier);
  }
  if (/^(?:node:)?(?:fs|path)$/u.test(specifier) && from.includes("/@typescript-eslint/")) {
    return fileURLToPath(noFiles);
  }
  if (!/\/(?:src|rules)\/[^?]*\.ts$/u.test(from) || from.includes("/node_modules/")) {
    return undefined;
  }
  if (specifier.startsWith("node:")) {
    return fileURLToPath(noFiles);
  }
  const name = specifier.startsWith(".") ? ofThePlugin.exec(new URL(specifier, `file://${from}`).pathname) : null;
  const replacement = modules[name?.groups?.["name"] ?? ""];
  return replacement === undefined ? undefined : fileURLToPath(new URL(replacement, here));
}
