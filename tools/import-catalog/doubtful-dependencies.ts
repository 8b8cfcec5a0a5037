/**
 * Dependencies that a table lists and an API works without, reviewed by hand, the evidence beside each. They stay
 * in the catalogue with a qualifier, so that no rule takes them for what the API cannot do without.
 */
import type { NamedAction } from "../../src/catalog/format.js";
import { nameKey, nameOf } from "./names.js";

interface DoubtfulDependencies {
  readonly action: string;
  /** The beginning of the names in doubt; empty for all of them. */
  readonly dependencies: string;
  readonly evidence: string;
}

/** The dependencies of a row, with a qualifier on those in doubt for one of its actions. */
export function withDoubts(
  actions: readonly NamedAction[],
  dependencies: readonly NamedAction[],
): readonly NamedAction[] {
  const keys = new Set(actions.map((action) => nameKey(nameOf(action))));
  const doubts = doubtful.filter(({ action }) => keys.has(nameKey(action)));
  return dependencies.map((dependency) => {
    const name = nameOf(dependency);
    return doubts.some((doubt) => nameKey(name).startsWith(nameKey(doubt.dependencies)))
      ? { name, qualifier: "only-in-some-cases" }
      : dependency;
  });
}

const doubtful: readonly DoubtfulDependencies[] = [
  {
    action: "dns:recordset:delete",
    dependencies: "ces:",
    evidence:
      "monitoring of sites has nothing to do with a record set; creating one needs none of it (facts.md#doubtful-dependencies)",
  },
  {
    action: "ecs:serverVolumeAttachments:create",
    dependencies: "ecs:flavors:get",
    evidence:
      "the policy that the cloud's own storage driver publishes attaches volumes without it (facts.md#attaching-volumes-without-flavors)",
  },
  {
    action: "ecs:serverInterfaces:use",
    dependencies: "",
    evidence:
      "the guide of the search service creates clusters with it and without most of them (facts.md#using-network-interfaces)",
  },
];
