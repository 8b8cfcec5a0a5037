import { servicesOf } from "../catalog/apis.js";
import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import { cloudTitles } from "../catalog/provenance.js";
import { listNames, truncate } from "../text/wording.js";
import { paragraph, table } from "./columns.js";
import { verdictWords } from "./describe.js";
import { serviceFacts, type ServiceFacts } from "./facts.js";
import { similarServices } from "./similar-services.js";
import { suggestionSentence } from "./unknown-name.js";
import { exitCodes, type Request, type Terminal, type Verb } from "./verb.js";

export const coverage: Verb = {
  usage: "[service ...]",
  summary: "what is known of each service, how complete it is, and why",
  examples: ["coverage", "coverage ecs ims --cloud otc"],
  options: {},
  answer: ({ words, clouds, tables }: Request) => {
    const asked = words.map((word) => word.toLowerCase());
    const services = clouds.flatMap((cloud) => servicesIn(tables, cloud, asked));
    const unknown = asked.filter((name) => !services.some(({ service }) => service === name));
    return Promise.resolve({
      exitCode: services.length > 0 ? exitCodes.found : exitCodes.nothingFound,
      data: { services },
      render: (terminal) =>
        clouds
          .map((cloud) => ({ cloud, facts: services.filter((facts) => facts.cloud === cloud) }))
          .filter(({ facts }) => facts.length > 0)
          .map(({ cloud, facts }) => renderCloud(cloud, facts, asked.length > 0, terminal))
          .join("\n"),
      notes:
        unknown.length === 0
          ? []
          : [
              `No page of ${listNames(titlesOf(clouds), "or")} has ${listNames(unknown.map(quoted), "or")}.`,
              ...suggestionSentence(unknown.flatMap((name) => similarServices(tables, name, clouds))),
            ],
    });
  },
};

function servicesIn(tables: Tables, cloud: Cloud, asked: readonly string[]): readonly ServiceFacts[] {
  return servicesOf(tables, cloud)
    .filter((name) => asked.length === 0 || asked.includes(name))
    .flatMap((name) => serviceFacts(tables, cloud, name) ?? []);
}

/** @param isWithMentioned whether services without a table have a line each, too */
function renderCloud(
  cloud: Cloud,
  facts: readonly ServiceFacts[],
  isWithMentioned: boolean,
  terminal: Terminal,
): string {
  const isShown = ({ verdict }: ServiceFacts) => isWithMentioned || verdict !== "mentioned";
  const mentioned = facts.filter((one) => !isShown(one)).map(({ service }) => service);
  const rows = facts
    .filter(isShown)
    .map(({ service, level, actions, verdict, documented, why }) => [
      service,
      level ?? "",
      String(actions),
      verdictWords[verdict],
      documented?.slice(0, 7) ?? "",
      why,
    ]);
  return [
    `${terminal.style("bold", cloudTitles[cloud])}\n`,
    table(columns, rows, terminal),
    ...(mentioned.length > 0 ? [paragraph(`Mentioned without a table: ${mentioned.join(", ")}`, terminal)] : []),
  ].join("");
}

const columns = [
  { heading: "Service" },
  { heading: "Level" },
  { heading: "Actions", isNumber: true },
  { heading: "Coverage" },
  { heading: "Dated" },
  { heading: "Why", isLong: true },
] as const;

function titlesOf(clouds: readonly Cloud[]): readonly string[] {
  return clouds.map((cloud) => cloudTitles[cloud]);
}

function quoted(name: string): string {
  return `"${truncate(name, 40)}"`;
}
