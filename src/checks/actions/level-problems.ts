import type { Catalog } from "../../catalog/catalog.js";
import type { Problem } from "../../edit/problem.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { ListPlace } from "../../policy/value.js";
import type { Check } from "../summary/check.js";
import { grantLevelMismatches } from "./grant-levels.js";
import {
  allowedByLevel,
  describeServices,
  levelName,
  listServices,
  oppositeLevel,
  type ActionsByLevel,
} from "./levels.js";

export type LevelProblem = Problem<"mixedLevels" | "roleLevel" | "grantLevel">;

/**
 * Conflicts between service levels: global and project-level actions in one policy, else a role or a grant for the
 * other level. Only the first kind found is reported, because the others follow from it.
 *
 * @param ignored services that may be combined with either level
 */
export function levelProblems(ignored: readonly string[]): Check<LevelProblem["id"]> {
  return {
    when: (summary) => summary.hasBothLevels || summary.isPlaced,
    problems: (policy, { catalog }) => problemsOf(policy, catalog, ignored),
  };
}

function problemsOf(policy: PolicyDocument, catalog: Catalog, ignored: readonly string[]): readonly LevelProblem[] {
  const levels = allowedByLevel(policy, catalog, ignored);
  const problem = levelMix(policy, levels) ?? roleLevelMismatch(policy, levels);
  return problem ? [problem] : grantLevelMismatches(policy, catalog, ignored);
}

/** Reported at the first action of the level with fewer actions, as those are the ones to move. */
function levelMix(policy: PolicyDocument, { global, project }: ActionsByLevel): LevelProblem | undefined {
  const [fewer, more] = global.actions.length <= project.actions.length ? [global, project] : [project, global];
  const [first] = fewer.actions;
  return first && areGrantedTogether(policy, fewer.actions, more.actions)
    ? {
        range: first.string.contentRange,
        id: "mixedLevels",
        data: { global: listServices(global.services), project: listServices(project.services) },
      }
    : undefined;
}

/**
 * Whether a policy can hold actions of both groups at once: not if each depends on a condition that may exclude the
 * other, as in `global ? ["iam:users:list"] : ["ims:images:list"]`.
 */
function areGrantedTogether(
  { statements }: PolicyDocument,
  some: readonly Action[],
  others: readonly Action[],
): boolean {
  if (some.length === 0 || others.length === 0) {
    return false;
  }
  const certain = new Set(statements.filter(({ isCertain }) => isCertain).flatMap(({ actions }) => actions));
  if ([...some, ...others].some((action) => action.isCertain && certain.has(action))) {
    return true;
  }
  const [someSet, otherSet] = [new Set(some), new Set(others)];
  return statements.some(({ actions }) =>
    areListedTogether(
      actions.filter((action) => someSet.has(action)),
      actions.filter((action) => otherSet.has(action)),
    ),
  );
}

/** Whether one list of a statement has actions of both groups, or whether a certain one is beside another. */
function areListedTogether(some: readonly Action[], others: readonly Action[]): boolean {
  if (some.length === 0 || others.length === 0) {
    return false;
  }
  const placesOf = (actions: readonly Action[]) => actions.flatMap(({ place }) => place ?? []);
  const slots = new Map<number, Set<number>>();
  for (const { range, index } of placesOf(some)) {
    slots.set(range[0], (slots.get(range[0]) ?? new Set()).add(index));
  }
  const isBesideAnother = ({ range, index }: ListPlace): boolean => {
    const known = slots.get(range[0]);
    return known !== undefined && (known.size > 1 || !known.has(index));
  };
  return [...some, ...others].some(({ isCertain }) => isCertain) || placesOf(others).some(isBesideAnother);
}

/** A project-level role may hold OBS, which is granted a second time for projects (facts.md#obs-is-granted-twice). */
function roleLevelMismatch({ level: role }: PolicyDocument, levels: ActionsByLevel): LevelProblem | undefined {
  if (!role) {
    return undefined;
  }
  const actual = oppositeLevel(role.level);
  const { services } = levels[actual];
  return services.size === 0 || (role.level === "project" && services.has("obs"))
    ? undefined
    : {
        range: role.range,
        id: "roleLevel",
        data: {
          level: levelName(role.level),
          odd: describeServices(services, actual),
          opposite: role.opposite,
        },
      };
}
