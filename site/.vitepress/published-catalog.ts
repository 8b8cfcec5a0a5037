import type { Plugin } from "vite";
import { publishedFile, publishedNames, publishedVersion } from "../engine/published-files.js";

/** The folder of the published files. It changes with them, so that no browser keeps one too long. */
export const dataFolder = `data/${publishedVersion()}`;

/** Publishes the catalogue as it is: a page fetches one service at a time. */
export function publishedCatalog(base: string): Plugin {
  let isForBrowsers = false;
  return {
    name: "published-catalog",
    configResolved({ build }) {
      isForBrowsers = !build.ssr;
    },
    configureServer({ middlewares }) {
      middlewares.use(`${base}${dataFolder}/`, (request, response, next) => {
        const name = (request.url ?? "").slice(1);
        if (!publishedNames().includes(name)) {
          next();
          return;
        }
        response.setHeader("Content-Type", "application/json");
        response.end(publishedFile(name));
      });
    },
    generateBundle() {
      if (isForBrowsers) {
        for (const name of publishedNames()) {
          this.emitFile({ type: "asset", fileName: `${dataFolder}/${name}`, source: publishedFile(name) });
        }
      }
    },
  };
}
