import { createRequire } from "node:module";
import type * as tsconfigs from "get-tsconfig";
import type * as packageMaps from "resolve-pkg-maps";

/**
 * Reads `tsconfig.json`. It is loaded when an import first needs it, which takes four milliseconds: most policies are
 * imported by relative paths, and JSON imports nothing.
 */
export function tsconfigLibrary(): typeof tsconfigs {
  return load("get-tsconfig") as typeof tsconfigs;
}

/** Understands `exports` and `imports` of `package.json`. Loaded when an import first needs it. */
export function packageMapLibrary(): typeof packageMaps {
  return load("resolve-pkg-maps") as typeof packageMaps;
}

function load(name: "get-tsconfig" | "resolve-pkg-maps"): unknown {
  return createRequire(import.meta.url)(name);
}
