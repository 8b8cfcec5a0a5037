import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownCatalogName, type OwnCatalog } from "../catalog/own/format.js";
import { nearestOwnCatalog } from "../catalog/own/location.js";
import { readOwnCatalog } from "../catalog/own/read.js";
import { renderOwnCatalog } from "../catalog/own/render.js";

/** The file of the catalogue of the project that a folder is in; in the folder itself if there is none yet. */
export class OwnFile {
  readonly path: string;

  constructor(folder: string) {
    this.path = nearestOwnCatalog(folder) ?? join(folder, ownCatalogName);
  }

  get exists(): boolean {
    return existsSync(this.path);
  }

  /** @throws Error that says what to do if the file is broken */
  read(): OwnCatalog {
    return this.exists ? readOwnCatalog(this.path) : { pages: [], rows: [] };
  }

  /** Writes it as a whole or not at all. Whether it has changed. */
  write(catalog: OwnCatalog): boolean {
    const text = renderOwnCatalog(catalog);
    if (this.exists && readFileSync(this.path, "utf8") === text) {
      return false;
    }
    const temporary = `${this.path}.new`;
    try {
      writeFileSync(temporary, text);
      renameSync(temporary, this.path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    return true;
  }
}
