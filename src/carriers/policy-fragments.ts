import { lazyArray, lazyObject } from "../hosts/values.js";
import type { RoleFacts } from "../policy/document.js";
import { recognise } from "../policy/recognise.js";
import { listedValues } from "../policy/listed.js";
import { possibleValues } from "../policy/possible-values.js";
import type { Member, ObjectValue, Origin, PlacedValue, Value } from "../policy/value.js";
import type { Range } from "../text/range.js";
import type { CarrierContext, DetectedPolicy, RoleKey } from "./carrier.js";

/**
 * Wraps a statement that user code adds to a policy. The policy is incomplete, so checks report only what is certain of
 * the statement alone.
 */
export function policyOfStatement(
  value: Value,
  context: CarrierContext,
  role: RoleKey,
  facts: Pick<RoleFacts, "cloud"> = {},
): readonly DetectedPolicy[] {
  return possibleValues(value)
    .filter((possible) => possible.kind === "object")
    .flatMap((statement) => fragment(statement.range, statement, context, role, facts));
}

/** Wraps actions that user code adds to a statement. The statement is incomplete: only these actions are known. */
export function policyOfActions(
  values: readonly Value[],
  context: CarrierContext,
  role: RoleKey,
): readonly DetectedPolicy[] {
  // A function may take options next to its actions.
  const lists = values.filter(({ kind }) => kind === "string" || kind === "array" || kind === "choice");
  const range = rangeOfAll(lists);
  const elements = lists.flatMap(listedValues);
  if (!range || !elements.some(({ value }) => possibleValues(value).some(({ kind }) => kind === "string"))) {
    return [];
  }
  return fragment(range, statementOfActions(range, elements, lists[0]?.run), context, role);
}

/** A policy of which only some actions are known, not even what it does with them. */
export function incompletePolicy(range: Range, actions: readonly PlacedValue[]): ObjectValue {
  return policyWith(range, statementOfActions(range, actions));
}

function statementOfActions(range: Range, elements: readonly PlacedValue[], run?: Origin["run"]): ObjectValue {
  const actions = lazyArray(range, () => elements);
  return incompleteObject(range, "Action", actions, run);
}

function fragment(
  range: Range,
  statement: ObjectValue,
  context: CarrierContext,
  role: RoleKey,
  facts: Pick<RoleFacts, "cloud"> = {},
): readonly DetectedPolicy[] {
  const policy = policyWith(range, statement);
  const dialect = recognise(policy, { ...context, isCertain: true });
  return dialect ? [{ kind: "policy", policy, dialect, facts: { ...facts, isVerbatim: false }, role }] : [];
}

function policyWith(range: Range, statement: ObjectValue): ObjectValue {
  const statements = lazyArray(range, () => [{ value: statement, place: undefined }]);
  return incompleteObject(range, "Statement", statements, statement.run);
}

/** An object with one known member and possibly others. */
function incompleteObject(range: Range, key: string, value: Value, run: Origin["run"]): ObjectValue {
  const member: Member = { key, keyRange: range, range, value };
  return lazyObject(range, () => ({ members: [member], isComplete: false }), { run });
}

function rangeOfAll(values: readonly Value[]): Range | undefined {
  const [first, last] = [values.at(0), values.at(-1)];
  return first && last ? [first.range[0], last.range[1]] : undefined;
}
