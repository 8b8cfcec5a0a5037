/** The report of an import, as Markdown: sizes, what was left out and why, what pages contradict each other in. */
import type { BuiltCloud, BuiltService } from "./catalogue.js";
import type { PageSource } from "./corpus.js";
import { countPages } from "./count.js";
import { type Import, type PageProblem, problemsOf } from "./import.js";
import { type Counts, explainDifference, independentCount } from "./independent-count.js";
import type { MergedRows } from "./merge.js";
import { knownFlaw } from "./known-flaws.js";
import { describeMissingPages } from "./missing-pages.js";

/** @param isWhole whether all pages were read; only then is the comparison with the independent count made */
export function renderReport(imported: Import, isWhole: boolean): string {
  const sections = [
    "# Report of the catalogue import",
    "Written by `npm run import-catalog`; not part of the npm package.",
    ...(isWhole ? [comparison(imported)] : []),
    notUnderstood(problemsOf(imported)),
    ...imported.built.flatMap((one) => [`## ${one.cloud}`, serviceTable(one), ...mergeSections(one)]),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** One line for the terminal or the report. */
export function describeProblem(problem: PageProblem): string {
  return `${describePlace(problem)}: ${problem.text}`;
}

function describePlace({ page, at: [table, row], column }: PageProblem): string {
  return `${describePage(page)}, table ${String(table)}, row ${String(row)}, ${column}`;
}

function describePage(page: PageSource): string {
  return `${page.repository}:${page.path}`;
}

const countTitles: readonly (readonly [keyof Counts, string])[] = [
  ["pages", "pages"],
  ["tables", "tables"],
  ["rows", "rows of tables"],
  ["actions", "distinct actions and patterns"],
  ["services", "service prefixes"],
  ["rowsWithDependencies", "rows with dependencies"],
  ["iamProjectOnly", "rows for IAM projects only"],
];

function comparison(imported: Import): string {
  const lines = imported.built.flatMap(({ cloud }) => {
    const counts = countPages(imported.current.filter(({ source }) => source.cloud === cloud));
    return countTitles.map(([key, title]) => {
      const expected = independentCount[cloud][key];
      const more = counts[key] - expected;
      const why = more === 0 ? "" : (explainDifference(cloud, key, more) ?? "not explained");
      return tableLine([cloud, title, counts[key], expected, why]);
    });
  });
  return [
    "## Comparison with the independent count",
    "",
    "Counted on the pages before rows are merged. Tables and rows are the same number on every single page (a test",
    "compares them); where a sum differs, the reason was looked up on the pages.",
    "",
    tableLine(["cloud", "what", "here", "independent", "why they differ"]),
    tableLine(["---", "---", "--:", "--:", "---"]),
    ...lines,
  ].join("\n");
}

/** Only what is new shows its text: what is known was looked at, and no sentence of a page is kept. */
function notUnderstood(problems: readonly PageProblem[]): string {
  const lines = problems.map((problem) => {
    const reason = knownFlaw(problem.page.repository, problem.page.path, problem.text);
    return `- ${reason === undefined ? describeProblem(problem) : `${reason}: ${describePlace(problem)}`}`;
  });
  return ["## Not understood", "", ...(lines.length === 0 ? ["Nothing."] : lines)].join("\n");
}

function serviceTable({ services, merged }: BuiltCloud): string {
  const head = [
    "service",
    "level",
    "coverage",
    "documented",
    "pages",
    "tables",
    "rows",
    "actions",
    "dependency-only",
    "example-only",
    "former",
  ];
  return [
    tableLine(head),
    tableLine(head.map((_, index) => (index < 4 ? "---" : "--:"))),
    ...services.map((service) => tableLine(serviceCells(service, merged))),
  ].join("\n");
}

function serviceCells({ file, entry }: BuiltService, merged: MergedRows): readonly (string | number)[] {
  const countOf = (evidence: string): number => file.withoutRow.filter((one) => one.evidence === evidence).length;
  const rows = merged.rows.filter(({ service }) => service === file.service);
  const tables = new Set(rows.map(({ page, row }) => `${describePage(page)} ${String(row.at[0])}`));
  return [
    file.service,
    entry.level ?? "",
    entry.coverage,
    entry.documented ?? "",
    file.pages.length,
    tables.size,
    entry.rows,
    entry.actions,
    countOf("dependency-only"),
    countOf("example-only"),
    countOf("former"),
  ];
}

function mergeSections({ cloud, merged, spelling }: BuiltCloud): readonly string[] {
  const skipped = merged.skipped.map(({ page, row, reason }) => ({
    title: `${reason}: ${describePage(page)}`,
    detail: row.at.join("."),
  }));
  const contradictions = merged.contradictions.map(({ row, page, other, fields }) => ({
    title: `${fields.join(", ")}: ${describePage(page)} against ${describePage(other)}`,
    detail: row.at.join("."),
  }));
  return [
    `${String(merged.duplicates)} rows stand on two pages and count once. Rows below are given as table.row.`,
    section(
      "Services with tables known to be missing",
      describeMissingPages(cloud).map((line) => `- ${line}`),
    ),
    section("Rows that are no permission rows", grouped(skipped)),
    section("Contradictions between pages", grouped(contradictions)),
    section(
      "Names in more than one spelling, the chosen one first",
      spelling.variants.map((spellings) => `- ${spellings.join(", ")}`),
    ),
  ];
}

/** One line for each title with all its details. */
function grouped(entries: readonly { readonly title: string; readonly detail: string }[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { title, detail } of entries) groups.set(title, [...(groups.get(title) ?? []), detail]);
  return [...groups].map(([title, details]) => `- ${title}: ${details.join(", ")}`);
}

function section(title: string, lines: readonly string[]): string {
  return [`### ${title}`, "", ...(lines.length === 0 ? ["None."] : lines)].join("\n");
}

function tableLine(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}
