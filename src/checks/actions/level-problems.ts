import type { Catalog } from "../../catalog/catalog.js";
import type { Problem } from "../../edit/problem.js";
import type { PolicyDocument } from "../../policy/document.js";
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
  const problem = levelMix(levels) ?? roleLevelMismatch(policy, levels);
  return problem ? [problem] : grantLevelMismatches(policy, catalog, ignored);
}

/** Reported at the first action of the level with fewer actions, as those are the ones to move. */
function levelMix({ global, project }: ActionsByLevel): LevelProblem | undefined {
  const [fewer, more] = global.actions.length <= project.actions.length ? [global, project] : [project, global];
  const [first] = fewer.actions;
  return first && more.actions.length > 0
    ? {
        range: first.string.contentRange,
        id: "mixedLevels",
        data: { global: listServices(global.services), project: listServices(project.services) },
      }
    : undefined;
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
