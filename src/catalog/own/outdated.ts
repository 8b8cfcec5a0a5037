import type { CatalogIndex, OwnPage } from "../format.js";
import type { OwnCatalog } from "./format.js";

/** A page that is older than the package's own tables of a service that it has rows of. */
export interface OutdatedPage {
  readonly page: OwnPage;
  readonly service: string;
  /** The day of the package's tables. */
  readonly documented: string;
}

/** The pages that the package has caught up with. Tables without a date are taken for older than any page. */
export function outdatedPages({ pages, rows }: OwnCatalog, { services }: CatalogIndex): readonly OutdatedPage[] {
  return pages.flatMap((page, place) => {
    const own = new Set(rows.filter(({ source }) => source[0] === place).map(({ service }) => service));
    const newer = [...own].flatMap((service) => {
      const documented = services[page.cloud]?.[service]?.documented;
      return documented !== undefined && documented > page.date ? [{ page, service, documented }] : [];
    });
    return newer.slice(0, 1);
  });
}
