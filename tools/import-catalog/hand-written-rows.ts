/**
 * Rows of pages of a website, written down by a person who read the page (`hand-written-rows.tsv`). The pages have no
 * revisions and no licence to keep copies, so that nobody can import them again; therefore each row says where and when
 * it was read, in the catalogue too (facts.md#rows-read-by-hand). A row counts as changed on the day that it was read, so it replaces older ones.
 */
import { fileURLToPath } from "node:url";
import { clouds } from "../../src/catalog/format.js";
import { findIdentityActions } from "./identity-names.js";
import { pageOfWebsite } from "./live-page.js";
import type { ReadPage } from "./merge.js";
import { isExactName } from "./names.js";
import type { PageRow } from "./page-rows.js";
import { ToolError } from "./tool-error.js";
import { readTsv } from "./tsv.js";

export const handWrittenRows = fileURLToPath(new URL("hand-written-rows.tsv", import.meta.url));

const columns = [
  "cloud",
  /** The address of the page. */
  "address",
  /** The date that the page prints. */
  "date",
  /** The day on which the page was read. */
  "read",
  "table",
  "row",
  "api",
  "actions",
  "dependencies",
  "iamProject",
  "enterpriseProject",
  /** The names that identity policies have for the actions. */
  "identityActions",
] as const;

type Line = { readonly [column in (typeof columns)[number]]: string };

/**
 * The pages with their rows, in the order of the file. `-` stands for what a page does not say, `none` for dependencies
 * that it says there are none of. Several names are separated by spaces.
 *
 * @throws {ToolError} if the file cannot be read or has an invalid line
 */
export function readHandWrittenRows(path: string): readonly ReadPage[] {
  const pages = new Map<string, { readonly source: ReadPage["source"]; readonly rows: PageRow[] }>();
  for (const [index, line] of readTsv(path, columns).entries()) {
    const key = [line.cloud, line.address, line.date, line.read].join(" ");
    const invalid = problemOf(line);
    if (invalid !== undefined) throw new ToolError(`hand-written-rows.tsv line ${index + 2}: ${invalid}`, 2);
    const page = pages.get(key) ?? { source: sourceOf(line), rows: [] };
    page.rows.push(rowOf(line));
    pages.set(key, page);
  }
  return [...pages.values()].map(({ source, rows }) => ({ source, reading: { tables: 0, rows, problems: [] } }));
}

function sourceOf({ cloud, address, date, read }: Line): ReadPage["source"] {
  return {
    ...pageOfWebsite(address, { ...(date !== "-" && { date }), readByHand: read }),
    cloud: clouds.find((one) => one === cloud) ?? "huaweicloud",
  };
}

function rowOf(line: Line): PageRow {
  const identityActions = findIdentityActions(line.identityActions);
  return {
    apis: [line.api],
    actions: namesIn(line.actions),
    ...(line.dependencies !== "-" && { dependencies: namesIn(line.dependencies) }),
    ...(line.iamProject !== "-" && { iamProject: line.iamProject === "yes" }),
    ...(line.enterpriseProject !== "-" && { enterpriseProject: line.enterpriseProject === "yes" }),
    ...(identityActions.length > 0 && { identityActions }),
    at: [Number(line.table), Number(line.row)],
  };
}

function namesIn(text: string): readonly string[] {
  return ["-", "none"].includes(text) ? [] : text.split(" ");
}

/** What is wrong with a line. */
function problemOf(line: Line): string | undefined {
  const isMark = (mark: string): boolean => ["yes", "no", "-"].includes(mark);
  const areNames = (text: string): boolean => namesIn(text).every(isExactName);
  const identity = namesIn(line.identityActions);
  const checks: readonly (readonly [string, boolean])[] = [
    ["cloud", clouds.some((cloud) => cloud === line.cloud)],
    ["address", /^https:\/\/[\w.-]+\/[\w./-]+$/u.test(line.address)],
    ["date", line.date === "-" || isDate(line.date)],
    ["read", isDate(line.read)],
    ["table", /^[1-9]\d*$/u.test(line.table)],
    ["row", /^[1-9]\d*$/u.test(line.row)],
    ["api", /^[A-Z]+ \/[\w{}/.?=-]*$/u.test(line.api)],
    ["actions", areNames(line.actions)],
    ["dependencies", areNames(line.dependencies)],
    ["iamProject", isMark(line.iamProject)],
    ["enterpriseProject", isMark(line.enterpriseProject)],
    ["identityActions", findIdentityActions(line.identityActions).join(" ") === identity.join(" ")],
  ];
  const wrong = checks.find(([, isRight]) => !isRight)?.[0];
  return wrong === undefined ? undefined : `"${line[wrong as keyof Line]}" is no ${wrong}`;
}

function isDate(text: string): boolean {
  return /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(text);
}
