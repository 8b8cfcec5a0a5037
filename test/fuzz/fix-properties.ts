import assert from "node:assert/strict";
import fc from "fast-check";
import { fuzzProperty } from "./fuzz-property.js";
import { reachOfActions } from "./granted-actions.js";
import { hostNamed, hostNames, plain, styles, type FuzzHost } from "./hosts.js";
import { indents, printJson } from "./json-tree.js";
import { edited, fix, generalMessage, lint, type Setting } from "./lint.js";
import { policies } from "./policies.js";
import { settings } from "./settings.js";

export const fixProperties = [
  fuzzProperty(
    "fixes come to an end, leave what is granted as it is, and keep comments",
    6_000,
    [policies, indents, hostNames, styles, settings],
    (policy, indent, hostName, style, setting) => {
      const host = hostNamed(hostName);
      fc.pre(host.canWrite?.(printJson(policy, indent)) ?? true);
      const before = host.write(printJson(policy, indent), style).text;
      const { text: after, isDone } = fix(before, host.config, setting);
      assert.ok(isDone, after);
      assert.deepEqual(reachOfActions(host.read(after)), reachOfActions(host.read(before)), after);
      assert.deepEqual(commentsIn(after), commentsIn(before));
    },
  ),
  fuzzProperty(
    "fixes and suggestions make the same of a policy in every host",
    6_000,
    [policies, indents, hostNames, settings],
    (policy, indent, hostName, setting) => {
      const host = hostNamed(hostName);
      const text = printJson(policy, indent);
      fc.pre(host.canWrite?.(text) ?? true);
      assert.deepEqual(changesIn(host, text, setting), changesIn(hostNamed(host.reference), text, setting));
    },
  ),
];

function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(/\/\* \d+, \*\/|\/\/ \d+|# \d+,/gu)].map(([comment]) => comment);
}

/** A value with the keys of its objects in alphabetical order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, inner]) => [key, inOrder(inner)]),
      )
    : value;
}

/**
 * What becomes of the policy by each fix and each suggestion. Terraform composes characters (NFC). Programs have no place
 * for a text with a backtick or a dollar sign, which some of their literals would need an escape for.
 */
export function changesIn(host: FuzzHost, policy: string, setting: Setting): readonly string[] {
  const { text } = host.write(policy, plain);
  const changes = lint(text, host.config, setting).reports.flatMap(({ rule, message, fix: own, suggestions }) =>
    [...(own ? [{ description: "Fix", change: own }] : []), ...suggestions]
      .filter(({ description }) => !/[`$]/u.test(description))
      .map(({ description, change }) =>
        JSON.stringify([
          rule,
          generalMessage(message),
          description,
          inOrder(host.read(edited(text, change))),
        ]).normalize("NFC"),
      ),
  );
  return changes.sort();
}
