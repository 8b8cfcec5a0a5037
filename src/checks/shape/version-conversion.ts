import type { Catalog } from "../../catalog/catalog.js";
import { convertPolicy } from "../../convert/convert-policy.js";
import { customNamesOf, identityNamesOf } from "../../convert/action-names.js";
import { readPlainPolicy, type ConvertibleVersion } from "../../convert/plain-policy.js";
import { splitString } from "../../edit/lists.js";
import type { Edit } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import { isOnlyOfIdentityPolicy } from "../../policy/dialects.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import { isKnownText } from "../../policy/placeholder.js";
import type { PolicyString, Value } from "../../policy/value.js";

/**
 * Writes a policy in the other version, where that says the same and differs in its version and the names of actions only.
 *
 * @param version the text of the policy's version
 * @returns `undefined` where the other version does not say the same, or it is not to be written in place
 */
export function conversionEdits(
  { value, statements }: PolicyDocument,
  version: PolicyString,
  to: ConvertibleVersion,
  catalog: Catalog,
): readonly Edit<"convert" | "replace">[] | undefined {
  const plain = plainOf(value);
  const { policy, obstacles } = readPlainPolicy(plain);
  const conversion = policy && obstacles.length === 0 ? convertPolicy(policy, to, catalog) : undefined;
  // Version 1.1 has lists where version 5.0 may have a lone text.
  if (!conversion?.isConverted || (to === "1.1" && JSON.stringify(plain) !== JSON.stringify(policy))) {
    return undefined;
  }
  const lists = statements.flatMap(({ actions, notActions }, index) => {
    const { Action: names = [], NotAction: otherNames = [] } = conversion.policy.Statement[index] ?? {};
    return [replacements(actions, names, to, catalog), replacements(notActions, otherNames, to, catalog)];
  });
  const edits = lists.flatMap((list) => list ?? []);
  if (lists.includes(undefined)) {
    return undefined;
  }
  return edits.length === 0 ? replaceString(version, to) : inOne([...replaceString(version, to), ...edits], to);
}

/**
 * Writes the names that only version 5.0 has in a policy of version 1.1 as they are called there.
 *
 * @returns `undefined` where one has no name there that says the same
 */
export function customNameEdits(
  { statements }: PolicyDocument,
  catalog: Catalog,
): readonly Edit<"convert">[] | undefined {
  const lists = statements
    .flatMap(({ actions, notActions }) => [actions, notActions])
    .map((list) => list.filter(({ string }) => isOnlyOfIdentityPolicy(string.value)));
  const edits = lists.flatMap((list) => {
    const { names, obstacles } = customNamesOf(
      list.map(({ string }) => string.value),
      catalog,
    );
    return obstacles.length === 0 && names.length === list.length
      ? list.map((action, index) => replacement(action, names.slice(index, index + 1)))
      : [undefined];
  });
  return edits.includes(undefined)
    ? undefined
    : inOne(
        edits.flatMap((edit) => edit ?? []),
        "1.1",
      );
}

/** Several edits as one suggestion, which is made as a whole or not at all. */
function inOne(edits: readonly Edit[], version: ConvertibleVersion): readonly Edit<"convert">[] {
  return [
    {
      id: "convert",
      data: { version },
      kind: "suggestion",
      changes(source) {
        const parts = edits.map((edit) => edit.changes(source));
        return parts.some((changes) => changes.length === 0) ? [] : parts.flat();
      },
    },
  ];
}

/** The edits that make one list of names of another; `undefined` if the other is not made name by name. */
function replacements(
  actions: readonly Action[],
  names: readonly string[],
  to: ConvertibleVersion,
  catalog: Catalog,
): readonly Edit[] | undefined {
  const byAction = actions.map(({ string }, index) =>
    to === "5.0" ? identityNamesOf([string.value], catalog).names : names.slice(index, index + 1),
  );
  if (byAction.flat().join() !== names.join()) {
    return undefined;
  }
  const edits = actions.map((action, index) => replacement(action, byAction[index] ?? []));
  return edits.some((edit) => edit === undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
}

/** `undefined` if the action cannot be replaced where it is written. */
function replacement(action: Action, names: readonly string[]): readonly Edit[] | undefined {
  const [name = "", ...others] = names;
  if (name === action.string.value && others.length === 0) {
    return [];
  }
  const edits: readonly Edit[] =
    others.length === 0 ? replaceString(action.string, name) : splitString(action, names, { id: "split" });
  return edits.length > 0 ? edits : undefined;
}

/** A value as JSON has it; what is not known is null, which is no part of a policy that can be converted. */
function plainOf(value: Value): unknown {
  switch (value.kind) {
    case "object":
      return value.isComplete && new Set(value.members.map(({ key }) => key)).size === value.members.length
        ? Object.fromEntries(value.members.map((member) => [member.key, plainOf(member.value)]))
        : null;
    case "array":
      return value.elements.map(plainOf);
    case "string":
      return isKnownText(value) ? value.value : null;
    case "scalar":
      return value.value;
    default:
      return null;
  }
}
