import type { Terminal } from "./verb.js";

/** Where `.github/workflows/site.yml` publishes the site. */
const site = "https://eslint-plugin-huaweicloud-iam.github.io/eslint-plugin-huaweicloud-iam/";

/** The address of the site's page on a documented action, API or service (docs/site.md). */
export function sitePageOf(name: string): string {
  return `${site}catalog/#${encodeURI(name)}`;
}

/** A line that leads to it. */
export function siteLine(name: string, terminal: Terminal): string {
  return `  ${terminal.style("dim", sitePageOf(name))}\n`;
}
