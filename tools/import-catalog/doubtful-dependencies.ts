import type { NamedAction } from "../../src/catalog/format.js";
import { nameKey, nameOf } from "./names.js";

interface DoubtfulDependencies {
  readonly action: string;
  /** The prefix of the doubtful names. Empty for all dependencies. */
  readonly dependencies: string;
  readonly evidence: string;
}

/**
 * Adds the qualifier `only-in-some-cases` to the doubtful dependencies of a row, so no rule reports them as missing.
 */
export function qualifyDoubtful(
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

/** Dependencies that a table lists but the API works without. Reviewed by hand. */
const doubtful: readonly DoubtfulDependencies[] = [
  {
    action: "dns:recordset:delete",
    dependencies: "ces:",
    evidence:
      "site monitoring is unrelated to record sets, and creating one does not need it (facts.md#doubtful-dependencies)",
  },
  {
    action: "ims:images:upload",
    dependencies: "kms:",
    evidence:
      "policies that the cloud publishes for its servers upload images without it (facts.md#uploading-without-keys)",
  },
  {
    action: "ecs:serverVolumeAttachments:create",
    dependencies: "ecs:flavors:get",
    evidence:
      "the policy of the cloud's storage driver attaches volumes without it (facts.md#attaching-volumes-without-flavors)",
  },
  {
    action: "ecs:serverInterfaces:use",
    dependencies: "",
    evidence:
      "a policy in the guide of the search service creates clusters without most of them (facts.md#using-network-interfaces)",
  },
];
