import type { Cloud } from "../catalog/format.js";
import { cloudTitles, serviceTitle } from "../catalog/provenance.js";
import { qualifierPhrases } from "../catalog/qualifier-phrases.js";
import { listNames } from "../text/wording.js";
import { describeRole } from "./describe.js";
import type { RoleNeed } from "./facts.js";
import type { SmallestPolicies } from "./smallest-policies.js";

/**
 * What somebody who grants the policies has to know besides, in sentences.
 *
 * @param results of clouds that ask for the same policies
 */
export function notesOn(results: readonly SmallestPolicies[]): readonly string[] {
  const clouds = new Map<string, Cloud[]>();
  for (const result of results) {
    for (const note of notesOnCloud(result)) {
      clouds.set(note, [...(clouds.get(note) ?? []), result.cloud]);
    }
  }
  return [...clouds].map(([note, those]) => {
    const titles = those.map((cloud) => cloudTitles[cloud]);
    return those.length === results.length ? note : `${listNames(titles)}: ${note}`;
  });
}

function notesOnCloud(result: SmallestPolicies): readonly string[] {
  const { policies, companionRoles, iamProjectOnly, withoutPermission, inSomeCases } = result;
  const { servicesOfUnknownLevel, tooBroad } = result;
  return [
    ...companionRoles.map(roleNote),
    ...(policies.length > 1 ? ["Grant both policies: global and project-level actions cannot share one."] : []),
    ...(iamProjectOnly.length > 0
      ? [`On IAM projects only, with no effect on an enterprise project: ${listNames(iamProjectOnly)}.`]
      : []),
    ...(withoutPermission.length > 0 ? [`No permission needed: ${listNames(withoutPermission)}.`] : []),
    ...caseNotes(inSomeCases),
    ...tooBroad.map(
      (pattern) => `Left out although the table names it, as it would grant a whole service: ${pattern}.`,
    ),
    ...elsewhereNotes(result),
    ...(servicesOfUnknownLevel.length > 0
      ? [
          `No page says whether ${listNames(servicesOfUnknownLevel.map(serviceTitle), "or")} is global or project-level.`,
        ]
      : []),
    ...escalationNotes(result),
  ];
}

function roleNote(role: RoleNeed): string {
  return role.only === null
    ? `Also grant ${describeRole(role)}: the policy alone is not enough.`
    : `Needed ${qualifierPhrases[role.only]}: ${describeRole({ ...role, only: null })}.`;
}

function caseNotes(inSomeCases: SmallestPolicies["inSomeCases"]): readonly string[] {
  const cases = [...new Set(inSomeCases.flatMap(({ only }) => only ?? []))];
  return cases.map((only) => {
    const names = inSomeCases.filter((need) => need.only === only).map(({ name }) => name);
    const phrase = qualifierPhrases[only];
    return `Left out, needed ${phrase}: ${names.join(", ")}.`;
  });
}

/** A table without a column for dependency actions says nothing of them; that of another cloud may. */
function elsewhereNotes({ cloud, neededElsewhere }: SmallestPolicies): readonly string[] {
  return neededElsewhere.map(
    ({ api, cloud: other, actions }) =>
      `The table of ${cloudTitles[cloud]} lists no dependency actions. On ${cloudTitles[other]}, ${api} also needs ${actions.join(", ")}.`,
  );
}

export function escalationNotes({ escalations }: SmallestPolicies): readonly string[] {
  return escalations.map(
    ({ actions, gain }) => `${listNames(actions)} ${actions.length === 1 ? "lets its" : "let their"} holders ${gain}.`,
  );
}
