import { publishedTables, type Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import { count } from "../text/wording.js";
import { paragraph, table } from "./columns.js";
import { describeAction, describeRows, describeService, describeSources } from "./describe.js";
import { describeIdentityAction, describeIdentityActions } from "./describe-identity.js";
import { absentLine, explanationOf, noTable, servicesOf } from "./explanation.js";
import { actionFacts, type ActionFacts, type ServiceFacts } from "./facts.js";
import { identityFacts, type IdentityFacts } from "./identity-facts.js";
import { namesMatching } from "./question.js";
import { siteLine } from "./site-page.js";
import { unknownName } from "./unknown-name.js";
import type { Answer, Request, Terminal } from "./verb.js";

/** The actions that a pattern matches, in both versions of the language: a few in detail, more as tables. */
export async function explainPattern(pattern: ActionPattern, request: Request): Promise<Answer> {
  const { clouds, tables } = request;
  const names = namesMatching(tables, pattern, clouds);
  const identityActions = identityFacts(tables, pattern, clouds);
  const all = [
    ...new Map(
      [...identityActions.map(({ name }) => name), ...names].map((name) => [name.toLowerCase(), name]),
    ).values(),
  ];
  if (all.length === 0) {
    return unknownName(pattern, request);
  }
  const actions = names.flatMap((name) => clouds.flatMap((cloud) => actionFacts(tables, cloud, name) ?? []));
  const services = servicesOf(
    tables,
    actions.map(({ service }) => service),
    clouds,
  );
  const kind = pattern.hasWildcard ? "pattern" : "action";
  const found = { actions, identityActions, services };
  return explanationOf({ kind, found: true, ...found }, (terminal) =>
    all.length > maxInDetail
      ? describeMany(names, found, terminal)
      : all.map((name) => describeOne(tables, name, found, clouds, terminal)).join("\n"),
  );
}

/** What the clouds say of some actions. */
interface Found {
  readonly actions: readonly ActionFacts[];
  readonly identityActions: readonly IdentityFacts[];
  readonly services: readonly ServiceFacts[];
}

/** A pattern that matches more actions is a table of them. */
const maxInDetail = 3;

function describeOne(
  tables: Tables,
  name: string,
  { actions, identityActions, services }: Found,
  clouds: readonly Cloud[],
  terminal: Terminal,
): string {
  const isNamed = (facts: { readonly name: string }) => facts.name.toLowerCase() === name.toLowerCase();
  const own = actions.filter(isNamed);
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
    ...(own.length > 0 ? absentLine(absent, terminal) : []),
    ...identityActions.filter(isNamed).map((facts) => describeIdentityAction(facts, terminal)),
    ...(own.length > 0 ? [] : [paragraph(`${noTable(clouds)} has it for custom policies (version 1.1).`, terminal)]),
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
  { actions, identityActions, services }: Found,
  terminal: Terminal,
): string {
  const parts = [
    ...(names.length > 0 ? [describeActions(names, actions, services, terminal)] : []),
    ...(identityActions.length > 0 ? [describeIdentityActions(identityActions, terminal)] : []),
  ];
  return parts.join("\n");
}

function describeActions(
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
