import { memoize } from "../text/memoize.js";
import { actionsOf, type Action, type PolicyDocument } from "./document.js";

/** What the actions of a policy are like together: most checks have nothing to say of most policies, and know it by this. */
export interface Overview {
  /** The services of its actions and patterns, in lower case. */
  readonly services: ReadonlySet<string>;
  /** How few parts of one of them say something: three where no pattern leaves one out. */
  readonly fewestSegments: number;
  /** Whether one of them may cover another: one is named twice, or has a wildcard. */
  readonly mayOverlap: boolean;
  /** Those with more to their text than the action, or none in it. */
  readonly oddlyWritten: readonly Action[];
}

/** Looks over all that a policy names, whether allowed, denied or excepted. */
export const overviewOf = memoize((document: PolicyDocument): Overview => {
  const services = new Set<string>();
  const texts = new Set<string>();
  let fewestSegments = 3;
  let hasWildcard = false;
  const actions = actionsOf(document);
  const oddlyWritten: Action[] = [];
  for (const action of actions) {
    const { pattern, text, string } = action;
    texts.add(text);
    if (pattern?.text.length !== string.value.length) {
      oddlyWritten.push(action);
    }
    if (pattern) {
      services.add(pattern.service);
      fewestSegments = Math.min(fewestSegments, pattern.segments);
      hasWildcard ||= pattern.hasWildcard;
    }
  }
  return { services, fewestSegments, mayOverlap: hasWildcard || texts.size < actions.length, oddlyWritten };
});
