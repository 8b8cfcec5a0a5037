import { build, type Plugin } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CatalogFiles } from "../../site/engine/catalog-files.js";
import { replacementOf } from "../../site/engine/replacements.js";
import type { PlaygroundLinter } from "../../site/engine/playground-linter.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a page of the site has of the engine. */
export interface Engine {
  readonly CatalogFiles: typeof CatalogFiles;
  readonly PlaygroundLinter: typeof PlaygroundLinter;
}

export interface Bundle {
  readonly engine: Engine;
  /** The modules of Node.js that modules of the project import, with the importing file. */
  readonly nodeImports: readonly string[];
  /** The packages and files that are not in the bundle. */
  readonly external: readonly string[];
}

/** The engine of the site as a browser gets it, loaded into this process. Packages that need no change stay outside. */
export async function browserBundle(): Promise<Bundle> {
  const nodeImports: string[] = [];
  // In the project, so that packages are found.
  const folder = mkdtempSync(join(root, "node_modules/.site-"));
  try {
    const outfile = join(folder, "engine.mjs");
    const { metafile } = await build({
      stdin: {
        contents: `
          export { CatalogFiles } from "./site/engine/catalog-files.js";
          export { PlaygroundLinter } from "./site/engine/playground-linter.js";`,
        resolveDir: root,
      },
      bundle: true,
      format: "esm",
      platform: "neutral",
      packages: "external",
      outfile,
      metafile: true,
      plugins: [forBrowsers(nodeImports)],
    });
    const engine = (await import(pathToFileURL(outfile).href)) as Engine;
    const external = Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.filter((imported) => imported.external).map(({ path }) => path),
    );
    return { engine, nodeImports, external: [...new Set(external)] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function forBrowsers(nodeImports: string[]): Plugin {
  return {
    name: "for-browsers",
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, importer, resolveDir }) => {
        const replacement = replacementOf(path, importer);
        if (replacement === undefined && path.startsWith("node:")) {
          nodeImports.push(`${path} in ${importer.slice(dirname(resolveDir).length)}`);
        }
        return replacement === undefined ? undefined : { path: replacement };
      });
    },
  };
}
