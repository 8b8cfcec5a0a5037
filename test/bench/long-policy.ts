import { isReadAction } from "../../src/catalog/access.js";
import { catalogOf } from "../../src/catalog/catalog.js";
import { dependenciesOf } from "../../src/catalog/dependencies.js";
import type { CatalogAction } from "../../src/catalog/service.js";
import { ActionPattern } from "../../src/policy/pattern.js";

/** Of one level, so that they may stand in one policy; the first takes one action more, which is being typed. */
const services = ["ecs", "vpc", "evs", "elb", "rds", "cbr", "as", "ces"];

const maxLines = 200;
/** The brackets, the version, and five lines of each statement. */
const linesAroundActions = 5 + 5 * services.length;

const actionCount = maxLines - linesAroundActions - 1;
const perService = Math.ceil(actionCount / services.length);

/**
 * A policy of 200 lines, a statement for each of eight services. It lacks some dependency actions.
 *
 * @param typed what somebody has typed so far at the end of the first one
 */
export function longPolicy(typed: string): string {
  return policyOf(typed, () => true);
}

/** A policy of as many actions, none of which needs another one. */
export function longPolicyWithoutFindings(): string {
  return policyOf(
    "ecs:cloudServers:vnc",
    (action) => isReadAction(action) || dependenciesOf(action, "every").length === 0,
  );
}

function policyOf(last: string, isWanted: (action: CatalogAction) => boolean): string {
  const Statement = services.map((service, index) => {
    const rest = actionCount - index * perService;
    const names = namesOf(service, isWanted).slice(0, Math.min(perService, rest));
    return { Effect: "Allow", Action: index === 0 ? [...names, last] : names };
  });
  return `${JSON.stringify({ Version: "1.1", Statement }, undefined, 2)}\n`;
}

function namesOf(service: string, isWanted: (action: CatalogAction) => boolean): string[] {
  return catalogOf("otc")
    .matching(new ActionPattern(service, "*", "*"))
    .filter(isWanted)
    .map(({ name }) => name);
}
