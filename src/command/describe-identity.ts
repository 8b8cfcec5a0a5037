import { cloudTitles, serviceTitle } from "../catalog/provenance.js";
import { count, listNames } from "../text/wording.js";
import { paragraph, table } from "./columns.js";
import { labelled, shortAddress } from "./describe.js";
import type { IdentityFacts } from "./identity-facts.js";
import type { Terminal } from "./verb.js";

/** What the sources of one cloud say of an action of identity policies. */
export function describeIdentityAction(facts: IdentityFacts, terminal: Terminal): string {
  const { cloud, service, operations, dependencies, accessLevel, aliases, resources, conditionKeys, sources } = facts;
  const title = cloud === null ? "Any cloud" : cloudTitles[cloud];
  return [
    `${terminal.style("bold", title)}  ${terminal.style("dim", `${serviceTitle(service)}, identity policies (version 5.0)`)}\n`,
    ...operations.map((id) => `${terminal.style("green", paragraph(id, terminal, "  ", "    ").trimEnd())}\n`),
    ...(accessLevel === null ? [] : [labelled("access", accessLevel.replace("_", " "), terminal)]),
    ...(dependencies.length === 0 ? [] : [labelled("also needs", dependencies.join(", "), terminal)]),
    ...(aliases === null ? [] : [labelled("in 1.1", aliases.length === 0 ? "no name" : listNames(aliases), terminal)]),
    ...(resources === null ? [] : [labelled("resources", describeResources(resources), terminal)]),
    ...(conditionKeys.length === 0 ? [] : [labelled("conditions", conditionKeys.join(", "), terminal)]),
    ...(cloud === null ? [namedByGuides] : sources.map(shortAddress)).map(
      (source) => `  ${terminal.style("dim", source)}\n`,
    ),
  ].join("");
}

const namedByGuides = "Named by Huawei Cloud's guides, which docs/internals/facts.md of this plugin lists.";

function describeResources(resources: NonNullable<IdentityFacts["resources"]>): string {
  return resources.length === 0
    ? '"*" only'
    : resources.map(({ type, required }) => `${type}${required ? " (required)" : ""}`).join(", ");
}

/** Many of them, as a table. */
export function describeIdentityActions(found: readonly IdentityFacts[], terminal: Terminal): string {
  return [
    `${count(found.length, "action")} of identity policies (version 5.0)\n\n`,
    table(
      [{ heading: "Action" }, { heading: "Access" }, { heading: "In 1.1" }, { heading: "APIs", isLong: true }],
      found.map(({ name, accessLevel, aliases, operations }) => [
        name,
        accessLevel ?? "",
        aliases?.join(" ") ?? "",
        operations.join(" "),
      ]),
      terminal,
    ),
  ].join("");
}
