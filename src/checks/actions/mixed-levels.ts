import type { Catalog } from "../../catalog/catalog.js";
import type { Problem } from "../../edit/problem.js";
import type { PolicyDocument } from "../../policy/document.js";
import { overviewOf } from "../../policy/overview.js";
import { grantsOfOtherLevel } from "./grant-levels.js";
import {
  allowedByLevel,
  describeServices,
  levelName,
  levelsOfServices,
  listServices,
  otherLevel,
  type ActionsByLevel,
} from "./levels.js";

export type LevelProblem = Problem<"mixed" | "level" | "grant">;

/**
 * Actions of global and of project-level services in one policy, else a role or a grant that is for the other level
 * than the actions: of these, the first that is found says it all.
 *
 * @param ignored services that may stand beside those of either level
 */
export function mixedLevels(
  policy: PolicyDocument,
  catalog: Catalog,
  ignored: readonly string[],
): readonly LevelProblem[] {
  if (!mayBeAtOdds(policy, catalog)) {
    return [];
  }
  const levels = allowedByLevel(policy, catalog, ignored);
  const found = bothLevels(levels) ?? roleOfOtherLevel(policy, levels);
  return found ? [found] : grantsOfOtherLevel(policy, catalog, ignored);
}

/** A policy of one level is at odds with nothing where neither its role nor a grant says of which level it is. */
function mayBeAtOdds(policy: PolicyDocument, catalog: Catalog): boolean {
  const isAssigned = policy.level !== undefined || policy.grantSites.length > 0;
  return isAssigned || levelsOfServices(overviewOf(policy).services, catalog).size > 1;
}

/** At the first action of the level that has fewer of them: that is the one to move. */
function bothLevels({ global, project }: ActionsByLevel): LevelProblem | undefined {
  const [fewer, more] = global.actions.length <= project.actions.length ? [global, project] : [project, global];
  const [first] = fewer.actions;
  return first && more.actions.length > 0
    ? {
        range: first.string.contentRange,
        id: "mixed",
        data: { global: listServices(global.services), project: listServices(project.services) },
      }
    : undefined;
}

/** OBS is granted a second time for projects, so a project-level role may hold it (facts.md#obs-is-granted-twice). */
function roleOfOtherLevel({ level: role }: PolicyDocument, levels: ActionsByLevel): LevelProblem | undefined {
  if (!role) {
    return undefined;
  }
  const actual = otherLevel(role.level);
  const { services } = levels[actual];
  return services.size === 0 || (role.level === "project" && services.has("obs"))
    ? undefined
    : {
        range: role.range,
        id: "level",
        data: {
          level: levelName(role.level),
          odd: describeServices(services, actual),
          opposite: role.opposite,
        },
      };
}
