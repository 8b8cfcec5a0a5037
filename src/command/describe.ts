import type { Tables } from "../catalog/catalog.js";
import { cloudTitles, serviceTitle } from "../catalog/provenance.js";
import { qualifierPhrases } from "../catalog/qualifier-phrases.js";
import type { Cloud, Qualifier, Verdict } from "../catalog/format.js";
import { covers, parsePattern } from "../policy/pattern.js";
import { levelName } from "../checks/actions/levels.js";
import { count, listNames } from "../text/wording.js";
import { paragraph, wrap } from "./columns.js";
import {
  treeOf,
  type ActionFacts,
  type NeedTree,
  type RoleNeed,
  type RowFacts,
  type RowSource,
  type ServiceFacts,
} from "./facts.js";
import type { Terminal } from "./verb.js";

/** What "not listed" means, in a word or two. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  complete: "complete",
  likely: "nearly complete",
  partial: "has gaps",
  mentioned: "no table",
};

/** The line above what a cloud says: `Open Telekom Cloud: IMS, project-level, documented 2026-04, complete`. */
export function describeService(facts: ServiceFacts | undefined, cloud: Cloud, terminal: Terminal): string {
  if (!facts) {
    return `${terminal.style("bold", cloudTitles[cloud])}\n`;
  }
  const parts = [
    serviceTitle(facts.service),
    ...(facts.level ? [levelName(facts.level)] : []),
    ...(facts.documented === null ? [] : [`documented ${facts.documented.slice(0, 7)}`]),
    `coverage: ${verdictWords[facts.verdict]}`,
  ];
  return `${terminal.style("bold", cloudTitles[cloud])}  ${terminal.style("dim", parts.join(", "))}\n`;
}

/** What an action has besides its rows, one a line. */
export function describeAction(facts: ActionFacts, terminal: Terminal): string {
  const lines = [
    ...evidenceLines(facts),
    ...(facts.formerNames.length > 0 ? [`Renamed from ${listNames(facts.formerNames)}.`] : []),
    ...(facts.identityActions.length > 0
      ? [`In identity policies (version 5.0): ${listNames(facts.identityActions)}.`]
      : []),
  ];
  return lines.map((line) => paragraph(line, terminal, "  ")).join("");
}

function evidenceLines({ evidence, presentNames }: ActionFacts): readonly string[] {
  switch (evidence) {
    case "table":
      return [];
    case "dependency-only":
      return ["No table row of its own: named only as a dependency of other actions."];
    case "example-only":
      return ["No table row of its own: named only in the cloud's example policies."];
    case "policy-only":
      return ["No table row of its own: named only in policies that run in the cloud."];
    case "former":
      return [
        presentNames.length > 0
          ? `A former name. Use ${listNames(presentNames)} today.`
          : "A former name. The tables no longer have its APIs.",
      ];
  }
}

/** The rows of one cloud; those that need the same are described together. */
export function describeRows(tables: Tables, rows: readonly RowFacts[], terminal: Terminal): string {
  const groups = new Map<string, RowFacts[]>();
  for (const row of rows) {
    const { actions, dependencies, companionRoles, iamProject, enterpriseProject, abandoned } = row;
    const key = JSON.stringify([actions, dependencies, companionRoles, iamProject, enterpriseProject, abandoned]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => describeGroup(tables, group, terminal)).join("");
}

function describeGroup(tables: Tables, rows: readonly RowFacts[], terminal: Terminal): string {
  const [row] = rows;
  const apis = [...new Set(rows.flatMap((one) => one.apis))];
  return row === undefined
    ? ""
    : [
        ...(apis.length === 0 ? ["  (the table names no API)\n"] : []),
        ...apis.map((api) => `${terminal.style("green", paragraph(api, terminal, "  ", "    ").trimEnd())}\n`),
        ...describeNeeds(tables, row, terminal),
        ...scopeLine(row).map((line) => labelled("works on", line, terminal)),
        ...row.companionRoles.map((role) => labelled("also needs", describeRole(role), terminal)),
        ...(row.abandoned ? [labelled("note", "The cloud has abandoned this API.", terminal)] : []),
      ].join("");
}

function describeNeeds(tables: Tables, row: RowFacts, terminal: Terminal): readonly string[] {
  if (row.actions.length === 0 && (row.dependencies ?? []).length === 0) {
    return [labelled("needs", "no permission", terminal)];
  }
  const path = row.actions.map(({ name }) => name.toLowerCase());
  const names = row.actions.map(({ name, only }) => withCase(name, only));
  const tree = pruned(
    (row.dependencies ?? []).map((need) => treeOf(tables, row.cloud, need, path)),
    path,
  );
  return [
    ...names.map((name, index) => labelled(index === 0 ? "needs" : "", name, terminal)),
    ...treeLines(tree, terminal),
    ...(row.dependencies === null
      ? [labelled("", "(this table does not list dependencies)", terminal, (line) => terminal.style("dim", line))]
      : []),
  ];
}

const labelWidth = 12;
const indent = "      ";

/**
 * A line of what is known, behind what it is about.
 *
 * @param style of the text; it is wrapped before, so that the codes of a style take no room
 */
export function labelled(
  label: string,
  text: string,
  terminal: Terminal,
  style: (line: string) => string = (line) => line,
): string {
  const head = `${indent}${terminal.style("dim", label.padEnd(labelWidth))}`;
  const room = Math.max(terminal.width - indent.length - labelWidth, 20);
  return wrap(text, room)
    .map((line, index) => `${index === 0 ? head : " ".repeat(indent.length + labelWidth)}${style(line)}\n`)
    .join("");
}

function treeLines(needs: readonly NeedTree[], terminal: Terminal, before = ""): readonly string[] {
  return needs.flatMap(({ name, only, level, needs: below }, index) => {
    const isLast = index === needs.length - 1;
    const line = `${before}${isLast ? "└─" : "├─"} ${withCase(name, only)}${level === "global" ? " [global]" : ""}`;
    return [labelled("", line, terminal), ...treeLines(below, terminal, `${before}${isLast ? "   " : "│  "}`)];
  });
}

/** A tree in which each action stands once, at its first and highest place, and none that a pattern covers. */
function pruned(needs: readonly NeedTree[], above: readonly string[]): readonly NeedTree[] {
  const seen = [...above, ...needs.map(({ name }) => name)].flatMap((name) => parsePattern(name) ?? []);
  const isNew = ({ name }: NeedTree) => {
    const pattern = parsePattern(name);
    const isSeen = pattern === undefined || seen.some((one) => covers(one, pattern));
    return !isSeen && seen.push(pattern) > 0;
  };
  return needs.map((need) => ({ ...need, needs: need.needs.filter(isNew).map((below) => ({ ...below, needs: [] })) }));
}

/** `ims:serverImages:create (only to import a system disk)`. */
export function withCase(name: string, only: Qualifier | null): string {
  return only === null ? name : `${name} (${qualifierPhrases[only]})`;
}

/** `the system role "CSBS Administrator" or "CBR Admin"`, `the system role "Tenant Administrator" for OBS`. */
export function describeRole({ anyOf, service, only }: RoleNeed): string {
  const names = listNames(
    anyOf.map((name) => `"${name}"`),
    "or",
  );
  return withCase(`the system role ${names}${service === null ? "" : ` for ${serviceTitle(service)}`}`, only);
}

function scopeLine(row: RowFacts): readonly string[] {
  const { actions, iamProject, enterpriseProject, defaultEnterpriseProjectOnly } = row;
  if (actions.length === 0 || (iamProject === null && enterpriseProject === null)) {
    return [];
  }
  const scopes = [
    ...(iamProject === true ? ["IAM projects"] : []),
    ...(enterpriseProject === true
      ? [defaultEnterpriseProjectOnly ? "the default enterprise project" : "enterprise projects"]
      : []),
  ];
  return [
    scopes.length === 1
      ? `${scopes.join("")} only`
      : scopes.length === 0
        ? "neither kind of project"
        : listNames(scopes),
  ];
}

/** The pages that some rows stand in, each once. */
export function describeSources(rows: readonly RowFacts[], terminal: Terminal): string {
  const pages = new Map<string, RowSource[]>();
  for (const { source } of rows) {
    pages.set(pageOf(source), [...(pages.get(pageOf(source)) ?? []), source]);
  }
  return [...pages]
    .map(([page, sources]) => {
      const numbers = [...new Set(sources.map(({ table, row }) => `table ${table}, row ${row}`))];
      const where = numbers.length > 2 ? count(numbers.length, "row") : numbers.join("; ");
      const dates = sources.slice(0, 1).flatMap(datesOf);
      return `  ${terminal.style("dim", `${page} (${[where, ...dates].join(", ")})`)}\n`;
    })
    .join("");
}

/** How old what a page of a website said is. */
function datesOf({ date, readByHand, ownPage }: RowSource): readonly string[] {
  return [
    ...(date === null || ownPage !== null ? [] : [`changed ${date}`]),
    ...(readByHand === null ? [] : [`read by hand ${readByHand}`]),
  ];
}

/** `https://github.com/...`, `your project's catalogue, page toy_01.html of 2026-11-14`. */
function pageOf({ url, date, ownPage }: RowSource): string {
  return ownPage === null ? shortAddress(url) : `your project's catalogue, page ${ownPage} of ${date}`;
}

/** An address that is as good with the first digits of its commit. */
export function shortAddress(url: string): string {
  return url.replace(/(?<=\/blob\/\w{10})\w+/u, "");
}
