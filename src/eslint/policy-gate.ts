import { mayHoldPolicy } from "../carriers/candidate-filter.js";
import type { Host } from "../hosts/host.js";
import { hostOf } from "../hosts/index.js";
import type { PolicyRuleContext } from "./create-rule.js";
import { tablesFor } from "./project-tables.js";
import { settingsOf } from "./settings.js";

/**
 * The host of a file that may hold a policy or a list of actions. Most files of a project do not, and no rule listens
 * there.
 *
 * @throws Error if a setting is invalid, or the project's own catalogue cannot be used, in every file
 */
export function hostToVisit({ cwd, sourceCode, settings }: PolicyRuleContext): Host | undefined {
  const { ast, text } = sourceCode;
  if (lastGate?.ast !== ast || lastGate.runSettings !== settings) {
    const own = settingsOf(settings);
    tablesFor(own, cwd);
    const host = hostOf(ast);
    lastGate = {
      ast,
      runSettings: settings,
      host: mayHoldPolicy(text, own.policySources ?? [], host) ? host : undefined,
    };
  }
  return lastGate.host;
}

/** The result of the text search in the current file, shared by all rules. */
let lastGate: { readonly ast: object; readonly runSettings: object; readonly host: Host | undefined } | undefined;
