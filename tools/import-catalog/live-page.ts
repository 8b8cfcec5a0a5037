/**
 * Pages of Huawei Cloud's website. Their address says in which language edition they are, and which page it is
 * (facts.md#live-pages).
 */
import type { PageSource } from "./corpus.js";
import { compare } from "./names.js";

export const liveHost = "support.huaweicloud.com";

/** A page of the website, saved as a file. */
export interface SavedPage {
  /** The path on the website, without a slash at its beginning: `intl/zh-cn/api-toy/toy_01.html`. */
  readonly path: string;
  /** The date that the page prints, as `YYYY-MM-DD`. */
  readonly date: string | undefined;
}

export interface LiveAddress {
  /** The first parts of the path: `intl/zh-cn`, `eu`, or nothing for the mainland. */
  readonly edition: string;
  /** The rest without its extension, by which all editions name a page. */
  readonly stem: string;
}

/** The edition and the stem of a page, or `undefined` for the page of a partner's cloud, which has its own services. */
export function liveAddress(path: string): LiveAddress | undefined {
  const { edition = "", stem = "" } = /^(?<edition>intl\/[a-z-]+|[a-z]{2}|[a-z]{2}-[a-z]{2,4})\/(?<stem>.*)$/u.exec(
    path,
  )?.groups ?? { stem: path };
  return partner.test(stem) ? undefined : { edition, stem: stem.replace(/\.\w+$/u, "") };
}

/** The folder of a partner begins with the region: `tr-central-201-api-ecs`. */
const partner = /^[a-z]+(?:-[a-z]+)*-\d+-/u;

/**
 * One edition of each page: the one that changed last. A translation that is older is no second witness. Of two that
 * changed on the same day, or that print no date, the original counts. A Markdown twin is left out if its HTML is there,
 * because only that prints a date.
 */
export function chooseEditions<Page extends SavedPage>(pages: readonly Page[]): readonly Page[] {
  const chosen = new Map<string, Page>();
  for (const page of pages) {
    const address = liveAddress(page.path);
    if (address === undefined) continue;
    const other = chosen.get(address.stem);
    if (other === undefined || compareEditions(page, other) < 0) chosen.set(address.stem, page);
  }
  return [...chosen.values()].sort((a, b) => compare(a.path, b.path));
}

/** Negative if the first page counts more. */
function compareEditions(a: SavedPage, b: SavedPage): number {
  return compare(b.date ?? "", a.date ?? "") || rank(a) - rank(b) || twin(a) - twin(b) || compare(a.path, b.path);
}

/** The original edition first, then those that people translate. */
const editions = ["", "intl/zh-cn", "intl/en-us", "eu"];

function rank({ path }: SavedPage): number {
  const place = editions.indexOf(liveAddress(path)?.edition ?? "");
  return place < 0 ? editions.length : place;
}

function twin({ path }: SavedPage): number {
  return path.endsWith(".md") ? 1 : 0;
}

/** The source of rows of a saved page. */
export function liveSource(path: string, date: string | undefined): PageSource {
  return pageOfWebsite(`https://${liveHost}/${path}`, { ...(date !== undefined && { date }) });
}

/** @param dates of the page; see `LivePage` */
export function pageOfWebsite(
  address: string,
  dates: { readonly date?: string; readonly readByHand?: string },
): PageSource {
  const { host, pathname } = new URL(address);
  return {
    cloud: "huaweicloud",
    repository: host,
    commit: "",
    path: pathname.slice(1),
    status: "live",
    local: "",
    live: { address, ...dates },
  };
}
