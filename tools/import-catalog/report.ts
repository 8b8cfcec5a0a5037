/** Renders the report of an import as Markdown: sizes, rows left out with reasons, and contradictions. */
import type { BuiltCloud, BuiltService } from "./catalogue.js";
import type { PageSource } from "./corpus.js";
import { describeCoverage } from "../../src/catalog/describe-coverage.js";
import { countPages } from "./count.js";
import { type Import, type PageProblem, problemsOf } from "./import.js";
import { type Counts, explainDifference, independentCount } from "./independent-count.js";
import type { MergedRows } from "./merge.js";
import { knownFlaw } from "./known-flaws.js";
import { describeMissingPages } from "./missing-pages.js";

/** @param isWhole whether all pages were read. Otherwise, there is no comparison with the independent count */
export function renderReport(imported: Import, isWhole: boolean): string {
  const sections = [
    "# Report of the catalogue import",
    "Written by `npm run import-catalog`; not part of the npm package.",
    ...(isWhole ? [comparison(imported)] : []),
    unreadableCells(problemsOf(imported)),
    ...imported.built.flatMap((one) => [`## ${one.cloud}`, serviceTable(one), ...mergeSections(one)]),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** A problem with its location and text, on one line. */
export function describeProblem(problem: PageProblem): string {
  return `${describeLocation(problem)}: ${problem.text}`;
}

function describeLocation({ page, at: [table, row], column }: PageProblem): string {
  return `${describePage(page)}, table ${String(table)}, row ${String(row)}, ${column}`;
}

function describePage(page: PageSource): string {
  return `${page.repository}:${page.path}`;
}

const countTitles: readonly (readonly [keyof Counts, string])[] = [
  ["pages", "pages"],
  ["tables", "tables"],
  ["rows", "table rows"],
  ["actions", "distinct actions and patterns"],
  ["services", "service prefixes"],
  ["rowsWithDependencies", "rows with dependencies"],
  ["iamProjectOnly", "rows that support only IAM projects"],
];

function comparison(imported: Import): string {
  const lines = imported.built.flatMap(({ cloud }) => {
    const counts = countPages(imported.current.filter(({ source }) => source.cloud === cloud));
    return countTitles.map(([key, title]) => {
      const expected = independentCount[cloud][key];
      const more = counts[key] - expected;
      const why = more === 0 ? "" : (explainDifference(cloud, key, more) ?? "unexplained");
      return tableLine([cloud, title, counts[key], expected, why]);
    });
  });
  return [
    "## Comparison with the independent count",
    "",
    "Counts before rows are merged. A test checks that both programs find the same number of tables and rows on every",
    "page. The reasons for the remaining differences were verified on the pages.",
    "",
    tableLine(["cloud", "count", "import", "independent", "reason for the difference"]),
    tableLine(["---", "---", "--:", "--:", "---"]),
    ...lines,
  ].join("\n");
}

/** Reviewed cells are listed without their text, because no sentence of a page is kept. */
function unreadableCells(problems: readonly PageProblem[]): string {
  const lines = problems.map((problem) => {
    const reason = knownFlaw(problem.page.repository, problem.page.path, problem.text);
    return `- ${reason === undefined ? describeProblem(problem) : `${reason}: ${describeLocation(problem)}`}`;
  });
  return ["## Unreadable cells", "", ...(lines.length === 0 ? ["None."] : lines)].join("\n");
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
    "policy-only",
    "reason for the coverage",
  ];
  return [
    tableLine(head),
    tableLine(head.map((_, index) => (index < 4 || index === head.length - 1 ? "---" : "--:"))),
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
    entry.coverage.verdict,
    entry.documented ?? "",
    file.pages.length,
    tables.size,
    entry.rows,
    entry.actions,
    countOf("dependency-only"),
    countOf("example-only"),
    countOf("former"),
    countOf("policy-only"),
    describeCoverage(entry),
  ];
}

function mergeSections({ cloud, merged, spelling }: BuiltCloud): readonly string[] {
  const skipped = merged.skipped.map(({ page, row, reason }) => ({
    title: `${reason}: ${describePage(page)}`,
    detail: row.at.join("."),
  }));
  const contradictions = merged.contradictions.map(({ row, page, other, fields }) => ({
    title: `${fields.join(", ")}: ${describePage(page)} and ${describePage(other)}`,
    detail: row.at.join("."),
  }));
  const replaced = merged.replaced.map(({ row, page, by }) => ({
    title: `${describePage(page)} by ${describePage(by)}`,
    detail: row.at.join("."),
  }));
  return [
    `${String(merged.duplicates)} rows are duplicates of rows on other pages and count once. Below, "2.5" is row 5 of table 2.`,
    section(
      "Services with missing tables",
      describeMissingPages(cloud).map((line) => `- ${line}`),
    ),
    section("Table rows that are not permission rows", grouped(skipped)),
    section("Contradictions between pages", grouped(contradictions)),
    section("Rows replaced by those of newer pages", grouped(replaced)),
    ...handWrittenSection(merged),
    section(
      "Names with several spellings, the chosen one first",
      spelling.variants.map((spellings) => `- ${spellings.join(", ")}`),
    ),
  ];
}

/** The rows that a person wrote down, never among the others. */
function handWrittenSection({ rows }: MergedRows): readonly string[] {
  const written = rows.flatMap(({ page: { live }, row }) =>
    live?.readByHand === undefined
      ? []
      : [
          {
            title: `${live.address}, ${live.date === undefined ? "without a date" : `changed ${live.date}`}, read ${live.readByHand}`,
            detail: row.at.join("."),
          },
        ],
  );
  return written.length === 0 ? [] : [section("Rows read by hand", grouped(written))];
}

/** One line per title, with all its details. */
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
