import type { Cloud, OwnPage } from "../catalog/format.js";
import type { OwnCatalog, OwnRow } from "../catalog/own/format.js";
import type { PageContent, PageReader } from "../catalog/own/page-reader.js";
import { cloudTitles } from "../catalog/provenance.js";
import { nameOf } from "../catalog/service.js";
import { sha256 } from "../catalog/sha256.js";
import { count, listNames, truncate } from "../text/wording.js";
import type { SavedPage } from "./saved-pages.js";

/** A page that was read, as the catalogue will have it. */
export interface AddedPage {
  readonly page: OwnPage;
  readonly rows: readonly OwnRow[];
  /** The cells whose rows are left out. */
  readonly unread: readonly string[];
  readonly leftOut: number;
}

export interface ReadPages {
  readonly added: readonly AddedPage[];
  /** The pages without a permission row: without a table of permissions, or on APIs that need none. */
  readonly withoutRow: readonly string[];
  /** Why nothing can be added, in sentences. */
  readonly problems: readonly string[];
}

/** @param date of the pages that print none */
export function readPages(
  files: readonly SavedPage[],
  cloud: Cloud,
  date: string | undefined,
  reader: PageReader,
): ReadPages {
  const contents = files.map(({ name, text }) => ({
    name,
    content: reader.readPage({ cloud, name, text }),
    hash: sha256(text),
  }));
  const tabled = contents.filter(({ content }) => content.rows.length + content.unread.length > 0);
  const undated = tabled.filter(({ content }) => content.date === undefined && date === undefined);
  return {
    added: tabled.map(({ name, content, hash }) => {
      const { rows, unread, leftOut, address } = content;
      const page = {
        ...{ cloud, name, date: content.date ?? date ?? "" },
        ...(address === undefined ? {} : { address }),
        sha256: hash,
      };
      return { page, rows: rows.map(({ at, ...row }) => ({ ...row, source: [0, ...at] as const })), unread, leftOut };
    }),
    withoutRow: contents.filter((one) => !tabled.includes(one)).map(({ name }) => name),
    problems: [
      ...tabled.flatMap(({ name, content }) => otherCloud(name, content, cloud)),
      ...(undated.length > 0
        ? [
            `No date is printed on ${listNames(undated.map(({ name }) => quoted(name)))}. Add the day of their last change, or the day on which you saved them: --date 2026-11-14.`,
          ]
        : []),
    ],
  };
}

function otherCloud(name: string, { address, clouds }: PageContent, cloud: Cloud): readonly string[] {
  const others = clouds.map((other) => cloudTitles[other]);
  return clouds.includes(cloud)
    ? []
    : [
        `${quoted(name)} is a page of ${listNames(others, "or")}${address === undefined ? ", by its language" : `: ${truncate(address, 120)}`}. It cannot be added for ${cloudTitles[cloud]}.`,
      ];
}

/** A catalogue with some pages; a page replaces the one of its cloud that has its name. */
export function withPages(own: OwnCatalog, added: readonly AddedPage[]): OwnCatalog {
  const names = new Set(added.map(({ page }) => keyOf(page)));
  return catalogOf([...entriesOf(own).filter(({ page }) => !names.has(keyOf(page))), ...added]);
}

/** A catalogue without some pages. */
export function withoutPages(own: OwnCatalog, removed: ReadonlySet<OwnPage>): OwnCatalog {
  return catalogOf(entriesOf(own).filter(({ page }) => !removed.has(page)));
}

interface Entry {
  readonly page: OwnPage;
  readonly rows: readonly OwnRow[];
}

function entriesOf({ pages, rows }: OwnCatalog): readonly Entry[] {
  return pages.map((page, place) => ({ page, rows: rows.filter(({ source }) => source[0] === place) }));
}

function catalogOf(entries: readonly Entry[]): OwnCatalog {
  const sorted = [...entries].sort((a, b) => (keyOf(a.page) < keyOf(b.page) ? -1 : 1));
  return {
    pages: sorted.map(({ page }) => page),
    rows: sorted.flatMap(({ rows }, place) =>
      rows.map((row) => ({ ...row, source: [place, row.source[1], row.source[2]] as const })),
    ),
  };
}

function keyOf({ cloud, name }: OwnPage): string {
  return `${cloud} ${name}`;
}

/** The share of its actions that a page may lose when it is added again, as in the project's own import. */
const acceptedLoss = 0.05;

/** The pages that would lose many actions, in sentences. A page that is read wrongly often looks like that. */
export function losses(own: OwnCatalog, added: readonly AddedPage[]): readonly string[] {
  return entriesOf(own).flatMap(({ page, rows }) => {
    const now = added.find((one) => keyOf(one.page) === keyOf(page));
    const [had, has] = [rows, now?.rows ?? rows].map((those) => actionsIn(those).size) as [number, number];
    return had - has > had * acceptedLoss
      ? [`${quoted(page.name)} had ${count(had, "action")} when it was added, and has ${has} now.`]
      : [];
  });
}

export function actionsIn(rows: readonly OwnRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ actions }) => actions.map((action) => nameOf(action).toLowerCase())));
}

const maxOfName = 120;

export function quoted(name: string): string {
  return `"${truncate(name, maxOfName)}"`;
}
