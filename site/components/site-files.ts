import { withBase } from "vitepress";
import { CatalogFiles } from "../engine/catalog-files.js";

/** The files of the catalogue, which all parts of the site share. */
export const siteFiles = new CatalogFiles(async (name) => {
  const response = await fetch(withBase(`/${__DATA_FOLDER__}/${name}`));
  if (!response.ok) {
    throw new Error(`"${name}" cannot be fetched (${response.status}). Load the page again.`);
  }
  return response.text();
});
