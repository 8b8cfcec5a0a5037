import { mayHoldPolicy } from "../carriers/candidate-filter.js";
import { hostOf } from "../hosts/index.js";
import type { PolicyRuleContext } from "./create-rule.js";
import { tablesFor } from "./project-tables.js";
import { settingsOf } from "./settings.js";

/**
 * Whether a file may hold a policy or a list of actions. Most files of a project do not, and no rule listens there.
 *
 * @throws Error if a setting is invalid, or the project's own catalogue cannot be used, in every file
 */
export function shouldVisit({ cwd, sourceCode, settings }: PolicyRuleContext): boolean {
  if (lastGate?.ast !== sourceCode.ast || lastGate.runSettings !== settings) {
    const own = settingsOf(settings);
    tablesFor(own, cwd);
    const mayHoldPolicies = mayHoldPolicy(sourceCode.text, own.policySources ?? [], hostOf(sourceCode.ast));
    lastGate = { ast: sourceCode.ast, runSettings: settings, mayHoldPolicies };
  }
  return lastGate.mayHoldPolicies;
}

/** The result of the text search in the current file, shared by all rules. */
let lastGate: { readonly ast: object; readonly runSettings: object; readonly mayHoldPolicies: boolean } | undefined;
