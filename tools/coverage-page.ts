import { readFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { cloudTitles } from "../src/catalog/provenance.js";
import { clouds, type CatalogIndex, type Cloud, type ServiceEntry, type Verdict } from "../src/catalog/format.js";
import { describeCoverage } from "../src/catalog/describe-coverage.js";

const [begin, end] = ["<!-- begin generated coverage -->", "<!-- end generated coverage -->"];

/**
 * The page with the tables of an index between its marks, in the project's format.
 *
 * @param path of the page
 */
export async function coveragePage(path: string, { services }: CatalogIndex): Promise<string> {
  const page = readFileSync(path, "utf8");
  const [before = "", after = ""] = [page.split(begin)[0], page.split(end)[1]];
  const tables = clouds.map((cloud) => `## ${cloudTitles[cloud]}\n\n${cloudTable(cloud, services[cloud] ?? {})}`);
  return format(`${before}${begin}\n\n${tables.join("\n\n")}\n\n${end}${after}`, {
    ...(await resolveConfig(path)),
    parser: "markdown",
  });
}

/** What the rule says of a name that is not listed. */
const answers: { readonly [verdict in Verdict]: string } = {
  complete: "is not an action",
  likely: "is probably not an action",
  partial: "left alone",
  mentioned: "left alone",
};

/** Services without a table have no line of their own: there is nothing to say but their names. */
function cloudTable(cloud: Cloud, services: { readonly [service: string]: ServiceEntry }): string {
  const entries = Object.entries(services);
  const untabled = entries.filter(([, { coverage }]) => coverage.verdict === "mentioned").map(([name]) => name);
  const lines = entries
    .filter(([, { coverage }]) => coverage.verdict !== "mentioned")
    .map(([name, entry]) =>
      line(name, entry.actions, answers[entry.coverage.verdict], documented(entry), describeCoverage(entry)),
    );
  return [
    line("Service", "Actions listed", "Any other name", "Documented", "Why"),
    line(":--", "--:", ":--", ":--", ":--"),
    ...lines,
    "",
    ...(untabled.length === 0
      ? []
      : [`Services without a table on ${cloudTitles[cloud]}: ${untabled.map((name) => `\`${name}\``).join(", ")}.`]),
  ].join("\n");
}

function documented({ documented }: ServiceEntry): string {
  return documented?.slice(0, 7) ?? "";
}

function line(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}
