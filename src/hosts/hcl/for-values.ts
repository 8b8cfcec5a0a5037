import type { Member, PlacedValue, Value } from "../../policy/value.js";
import { lazyArray, lazyObject, optional, unknown } from "../values.js";
import { choiceOf } from "./choices.js";
import { entriesOf } from "./entries.js";
import type { Evaluator } from "./evaluator.js";
import type { Range } from "../../text/range.js";
import type { Expression, ForExpression } from "./nodes.js";
import type { Scope } from "./scope.js";
import { withoutRepeatedTexts } from "./unique.js";

/**
 * The list or object that a `for` expression makes. Of a collection that is not known, it has what each element would
 * become, as far as that is known: any number of them.
 */
export function forValue(node: ForExpression, evaluator: Evaluator, scope: Scope): Value {
  const { range, key } = node;
  const collection = evaluator.value(node.collection, scope);
  if (key) {
    return lazyObject(range, () => {
      const { known, isComplete } = resultsOf(node, collection, evaluator, scope);
      const members = known.flatMap((result) => memberOfResult(node, key, result, evaluator) ?? []);
      return { members, isComplete: isComplete && members.length === known.length };
    });
  }
  return lazyArray(range, () => {
    const { known, isComplete } = resultsOf(node, collection, evaluator, scope);
    // A text that a loop repeats is written once.
    const elements = withoutRepeatedTexts(
      known.map((result): PlacedValue => ({ value: resultOf(node, result, evaluator), place: undefined })),
    );
    return isComplete ? elements : [...elements, { value: unknown(range), place: undefined }];
  });
}

interface Result {
  readonly scope: Scope;
  readonly isOptional: boolean;
}

interface Results {
  readonly known: readonly Result[];
  /** False if there may be others. */
  readonly isComplete: boolean;
}

/** The names and their values for each entry that the condition does not leave out. */
function resultsOf(node: ForExpression, collection: Value, evaluator: Evaluator, scope: Scope): Results {
  const { keyName, valueName, condition, range } = node;
  const { known, isComplete } = entriesOf(collection);
  const other = { key: unknown(range), value: unknown(range), isOptional: true };
  const results = [...known, ...(isComplete ? [] : [other])].flatMap(
    ({ key, value, isOptional }): readonly Result[] => {
      const names = { ...(keyName ? { [keyName.name]: key } : {}), [valueName.name]: value };
      const inner = scope.with(names, evaluator.nextRun());
      const holds = condition ? evaluator.truthOf(condition, inner) : true;
      return holds === false ? [] : [{ scope: inner, isOptional: isOptional || holds === undefined }];
    },
  );
  return { known: results, isComplete };
}

function resultOf(node: ForExpression, { scope, isOptional }: Result, evaluator: Evaluator): Value {
  const value = evaluator.value(node.value, scope);
  return isOptional ? optional(value) : value;
}

function memberOfResult(
  node: ForExpression,
  keyNode: Expression,
  result: Result,
  evaluator: Evaluator,
): Member | undefined {
  const key = evaluator.value(keyNode, result.scope);
  return key.kind === "string" && key.isStatic && !node.isGrouped
    ? { key: key.value, keyRange: keyNode.range, range: node.range, value: resultOf(node, result, evaluator) }
    : undefined;
}

/**
 * What `each`, or the iterator of a dynamic block, is: the key and value of one of the entries that the block is
 * repeated for.
 *
 * @param isSet whether a list can only be a set, whose keys are its elements
 */
export function eachOf(collection: Value, isSet: boolean): Value {
  const { range } = collection;
  const { known, isComplete } = entriesOf(collection);
  const oneOf = (values: readonly Value[]) => choiceOf(range, isComplete ? values : [...values, unknown(range)]);
  const keys = known.map(({ key, value }) => (isSet && key.kind === "unknown" ? value : key));
  return eachWith(oneOf(keys), oneOf(known.map(({ value }) => value)), range);
}

/** What `each`, or the iterator of a dynamic block, is for one entry. */
export function eachWith(key: Value, value: Value, range: Range): Value {
  return lazyObject(range, () => ({
    members: [
      { key: "key", keyRange: range, range, value: key },
      { key: "value", keyRange: range, range, value },
    ],
    isComplete: true,
  }));
}
