import assert from "node:assert/strict";
import type { Linter } from "eslint";
import fc from "fast-check";
import { catalogOf } from "../../src/catalog/catalog.js";
import { dependenciesOf } from "../../src/catalog/dependencies.js";
import { parsePattern } from "../../src/policy/pattern.js";
import { documentedNames, namesIn, patterns } from "./actions.js";
import { fuzzProperty } from "./fuzz-property.js";
import { hostNamed, hostNames, styles } from "./hosts.js";
import { indents, object, printJson, type JsonObject } from "./json-tree.js";
import { edited, lint, type Report, type Setting } from "./lint.js";
import { settings } from "./settings.js";

/** The actions that need others, of all services. */
const dependingNames = catalogOf(undefined)
  .serviceNames()
  .flatMap(namesIn)
  .filter((name) => {
    const pattern = parsePattern(name);
    const action = pattern && catalogOf(undefined).action(pattern);
    return action && dependenciesOf(action, "common").length > 0;
  });

const statements: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...dependingNames) },
        { weight: 2, arbitrary: fc.constantFrom(...documentedNames) },
        { weight: 1, arbitrary: patterns },
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([effect, actions]) => object(["Effect", effect], ["Action", actions]));

const policies = fc
  .array(statements, { minLength: 1, maxLength: 3 })
  .map((list) => object(["Version", "1.1"], ["Statement", list]));

export const suggestionProperties = [
  fuzzProperty(
    "adding all dependency actions ends their report and brings no other",
    4_000,
    [policies, indents, hostNames, styles, settings],
    (policy, indent, hostName, style, setting) => {
      const { config, write } = hostNamed(hostName);
      verifyAdditions(write(printJson(policy, indent), style).text, config, setting);
    },
  ),
];

/** Applies each suggestion to add dependency actions, and looks at what is reported then. */
function verifyAdditions(text: string, config: Linter.Config, setting: Setting): void {
  const { reports } = lint(text, config, setting);
  const had = new Set(reports.map((report) => subjectOf(report, text)));
  for (const report of reports.filter(({ rule }) => rule === "require-action-dependencies")) {
    for (const { change, description } of report.suggestions) {
      const changed = edited(text, change);
      const after = lint(changed, config, setting);
      assert.equal(after.fatal, undefined);
      // A whole service is asked for, and not suggested: what needs it still lacks it, and so may what is added for that.
      const addsAll = !/^Add \d+ of /u.test(description);
      const has = after.reports
        .filter(({ rule }) => !consequences.has(rule) && (addsAll || rule !== report.rule))
        .map((one) => subjectOf(one, changed));
      assert.deepEqual(
        has.filter((one) => !had.has(one)),
        [],
      );
      assert.ok(!addsAll || !has.includes(subjectOf(report, text)));
    }
  }
}

/** Rules that say of an action what comes with it, however it came into the policy. */
const consequences: ReadonlySet<string> = new Set(["require-companion-role", "no-privilege-escalation"]);

/** What a report is about: its message may say more or less of that after a change. */
function subjectOf({ rule, id, start, end }: Report, text: string): string {
  if (rule === "no-redundant-action" || rule === "no-ineffective-statement") {
    // A statement that repeated another one repeats its actions once that one has more.
    return "repetition";
  }
  // Of two levels, the one with fewer actions is marked, and that may change.
  return rule === "no-mixed-service-levels" ? rule : `${rule} ${id}: ${text.slice(start, end)}`;
}
