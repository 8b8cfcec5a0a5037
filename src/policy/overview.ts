import { memoize } from "../text/memoize.js";
import { actionsOf, type Action, type PolicyDocument } from "./document.js";

/** A summary of a policy's actions. Most checks have nothing to say of most policies, and this tells them so. */
export interface Overview {
  /** The services of its actions and patterns, in lower case. */
  readonly services: ReadonlySet<string>;
  /** The smallest number of parts that are not just `*`: three where no pattern leaves one out. */
  readonly fewestSegments: number;
  /** Whether one action may cover another: one is listed twice, or has a wildcard. */
  readonly mayOverlap: boolean;
  /** Strings that are not exactly an action: with whitespace around it, or of another form. */
  readonly oddlyWritten: readonly Action[];
}

/** Summarises all actions of a policy, whether allowed, denied or excepted. */
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
