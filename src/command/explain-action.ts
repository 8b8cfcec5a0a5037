import { publishedTables, type Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import { count } from "../text/wording.js";
import { table } from "./columns.js";
import { describeAction, describeRows, describeService, describeSources } from "./describe.js";
import { absentLine, explanationOf, servicesOf, type Explanation } from "./explanation.js";
import { actionFacts, type ActionFacts, type ServiceFacts } from "./facts.js";
import { namesMatching } from "./question.js";
import { siteLine } from "./site-page.js";
import { unknownName } from "./unknown-name.js";
import type { Answer, Request, Terminal } from "./verb.js";

/** The actions that a pattern matches: a few in detail, more as a table. */
export async function explainPattern(pattern: ActionPattern, request: Request): Promise<Answer> {
  const { clouds, tables } = request;
  const names = namesMatching(tables, pattern, clouds);
  if (names.length === 0) {
    return unknownName(pattern, request);
  }
  const actions = names.flatMap((name) => clouds.flatMap((cloud) => actionFacts(tables, cloud, name) ?? []));
  const services = servicesOf(
    tables,
    actions.map(({ service }) => service),
    clouds,
  );
  const data: Explanation = { kind: pattern.hasWildcard ? "pattern" : "action", found: true, actions, services };
  return explanationOf(data, (terminal) =>
    names.length > maxInDetail
      ? describeMany(names, actions, services, terminal)
      : names.map((name) => describeOne(tables, name, actions, services, clouds, terminal)).join("\n"),
  );
}

/** A pattern that matches more actions is a table of them. */
const maxInDetail = 3;

function describeOne(
  tables: Tables,
  name: string,
  actions: readonly ActionFacts[],
  services: readonly ServiceFacts[],
  clouds: readonly Cloud[],
  terminal: Terminal,
): string {
  const own = actions.filter((facts) => facts.name.toLowerCase() === name.toLowerCase());
  const parts = own.map((facts) => {
    const service = services.find(({ cloud, service: of }) => cloud === facts.cloud && of === facts.service);
    return [
      describeService(service, facts.cloud, terminal),
      describeAction(facts, terminal),
      describeRows(tables, facts.rows, terminal),
      describeSources(facts.rows, terminal),
    ].join("");
  });
  const absent = clouds.filter((cloud) => !own.some((facts) => facts.cloud === cloud));
  return [
    `${terminal.style("bold", name)}\n`,
    ...parts,
    ...absentLine(absent, terminal),
    ...(isPublished(name) ? [siteLine(name, terminal)] : []),
  ].join("\n");
}

/** Whether the site has the action: it has no pages of projects. */
function isPublished(name: string): boolean {
  const pattern = parsePattern(name);
  return pattern !== undefined && publishedTables.catalogOf(undefined).action(pattern) !== undefined;
}

function describeMany(
  names: readonly string[],
  actions: readonly ActionFacts[],
  services: readonly ServiceFacts[],
  terminal: Terminal,
): string {
  const byName = new Map<string, ActionFacts[]>();
  for (const facts of actions) {
    const key = facts.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), facts]);
  }
  const clouds = new Set(actions.map(({ cloud }) => cloud));
  const rows = names.map((name) => {
    const facts = byName.get(name.toLowerCase()) ?? [];
    const [first = "", ...others] = [...new Set(facts.flatMap((one) => one.rows.flatMap(({ apis }) => apis)))];
    return [
      name,
      ...(clouds.size > 1 ? [facts.map(({ cloud }) => cloud).join(" ")] : []),
      describeScopes(facts),
      describeRequirements(facts),
      others.length === 0 ? first : `${first} and ${others.length} more`,
    ];
  });
  return [
    `${count(names.length, "action")}\n\n`,
    table(
      [
        { heading: "Action" },
        ...(clouds.size > 1 ? [{ heading: "Clouds" }] : []),
        { heading: "Enterprise projects" },
        { heading: "Needs" },
        { heading: "APIs", isLong: true },
      ],
      rows,
      terminal,
    ),
    "\n",
    ...services.map((facts) => describeService(facts, facts.cloud, terminal)),
  ].join("");
}

/** Whether an action works on enterprise projects, if the clouds agree. */
function describeScopes(facts: readonly ActionFacts[]): string {
  const supports = new Set(facts.filter(({ evidence }) => evidence === "table").map((one) => one.enterpriseProject));
  const [support] = supports;
  if (supports.size !== 1) {
    return supports.size === 0 ? "" : "differs";
  }
  return support === undefined || support === "unknown" ? "" : supportWords[support];
}

const supportWords = { all: "yes", none: "no", mixed: "some APIs" } as const;

function describeRequirements(facts: readonly ActionFacts[]): string {
  const most = Math.max(0, ...facts.map(({ dependencies }) => dependencies.length));
  const roles = Math.max(0, ...facts.map(({ companionRoles }) => companionRoles.length));
  return [...(most > 0 ? [count(most, "action")] : []), ...(roles > 0 ? ["a role"] : [])].join(", ");
}
