import { renameKey } from "../../edit/members.js";
import { overwrittenMembers } from "../../policy/members.js";
import type { ObjectValue } from "../../policy/value.js";
import type { Operator, SimilarOperator } from "../../policy/operator-table.js";
import { listChoices, truncate } from "../../text/wording.js";
import type { ConditionProblem, Where } from "./condition-problem.js";
import { rangeInName, type ConditionOperator, type NamedMember } from "./conditions.js";

/**
 * An operator that is none, at the part that differs from the nearest one; nothing if none is near.
 *
 * @param where the policies that it is no operator of: ` outside OBS`
 */
export function misspelling(
  operator: ConditionOperator,
  near: readonly SimilarOperator[],
  where: Where,
): readonly ConditionProblem[] {
  const [nearest] = near;
  if (!nearest) {
    return [];
  }
  const names = near.map((candidate) => candidate.name);
  return [
    {
      range: rangeInName(operator, nearest.start, nearest.end),
      id: "misspeltOperator",
      data: { name: truncate(operator.name), where, choices: listChoices(names) },
      edits: names.flatMap((other) => renameKey(operator.owner, operator.member, other)),
    },
  ];
}

/** `Null` is the only operator that takes no suffix (facts.md#ifexists-and-null). */
export function nullSuffixProblems(
  operator: ConditionOperator,
  known: Operator,
  where: Where,
): readonly ConditionProblem[] {
  const { prefix, base, suffix } = known;
  const start = operator.name.length - suffix.length;
  return base === "Null" && suffix !== ""
    ? [
        {
          range: rangeInName(operator, start, operator.name.length),
          id: "nullSuffix",
          data: { where },
          edits: renameKey(operator.owner, operator.member, prefix + base),
        },
      ]
    : [];
}

/** Names that a later duplicate overwrites. */
export function overwrittenNames(
  object: ObjectValue,
  named: readonly NamedMember[],
  where: Where,
): readonly ConditionProblem[] {
  const overwritten = overwrittenMembers(object);
  return named
    .filter(({ member }) => overwritten.includes(member))
    .map(({ range, name }) => ({ range, id: "overwritten", data: { name: truncate(name), where } }));
}
