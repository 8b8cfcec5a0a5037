import { memberOf } from "../../policy/members.js";
import type { ArrayValue, Value } from "../../policy/value.js";
import type { Range } from "../../text/range.js";
import { lazyArray, unknown } from "../values.js";
import { choiceOf, mapChoice } from "./choices.js";
import type { Evaluator } from "./evaluator.js";
import type { Step, Traversal } from "./nodes.js";
import type { Scope } from "./scope.js";

/** The value that steps lead to: `local.policies["images"].actions`. What is not known keeps its reference. */
export function traversalValue(node: Traversal, evaluator: Evaluator, scope: Scope): Value {
  const { value, steps } = startOf(node, evaluator, scope);
  const found = value && stepsFrom(value, steps, node.range, evaluator, scope);
  if (found && found.kind !== "unknown" && found.kind !== "choice") {
    return found;
  }
  // The names of a loop stand for other values each time.
  const isReference = node.source.type === "Variable" && scope.valueOf(node.source.name) === undefined;
  const own = isReference
    ? evaluator.unknownReference(node.range, referenceText(node, evaluator, scope))
    : unknown(node.range);
  return { ...own, ...found };
}

/** A reference as it is written, but with the keys that loops have in it. */
function referenceText({ source, steps }: Traversal, evaluator: Evaluator, scope: Scope): string {
  const texts = steps.map((step) => {
    const key = step.type === "IndexStep" ? evaluator.value(step.key, scope) : undefined;
    return key?.kind === "string" && key.isStatic ? `[${JSON.stringify(key.value)}]` : evaluator.textOf(step.range);
  });
  return [evaluator.textOf(source.range), ...texts].join("");
}

/** The value of a name with its prefix, and the steps behind it. */
function startOf(
  { source, steps, range }: Traversal,
  evaluator: Evaluator,
  scope: Scope,
): { readonly value: Value | undefined; readonly steps: readonly Step[] } {
  if (source.type !== "Variable" || scope.valueOf(source.name)) {
    return { value: evaluator.value(source, scope), steps };
  }
  const [first, ...rest] = steps;
  const name = first?.type === "AttributeStep" ? first.name : "";
  return { value: definedValue(source.name, name, range, evaluator), steps: rest };
}

/** A local, or what a variable is unless somebody sets it. */
function definedValue(prefix: string, name: string, range: Range, evaluator: Evaluator): Value | undefined {
  switch (prefix) {
    case "local":
      return evaluator.definedValue("locals", name, range);
    case "var": {
      const value = evaluator.definedValue("defaults", name, range);
      return value && choiceOf(range, [value, unknown(range)]);
    }
    default:
      return undefined;
  }
}

function stepsFrom(start: Value, steps: readonly Step[], range: Range, evaluator: Evaluator, scope: Scope): Value {
  let value = start;
  for (const [index, step] of steps.entries()) {
    if (step.type === "SplatStep") {
      return splat(value, steps.slice(index + 1), range, evaluator, scope);
    }
    const key = step.type === "AttributeStep" ? step.name : evaluator.value(step.key, scope);
    value = mapChoice(value, (owner) => part(owner, key, range));
  }
  return value;
}

/** What the rest of the steps leads to in each element of a list. */
function splat(value: Value, rest: readonly Step[], range: Range, evaluator: Evaluator, scope: Scope): Value {
  return mapChoice(value, (list) =>
    list.kind === "array"
      ? lazyArray(list.range, () =>
          list.placed.map(({ value: element }) => ({
            value: stepsFrom(element, rest, range, evaluator, scope),
            place: undefined,
          })),
        )
      : unknown(range),
  );
}

/** A member of an object or an element of a list. With a key that is not known, it is one of them. */
function part(owner: Value, key: string | Value, range: Range): Value {
  const name = typeof key === "string" ? key : key.kind === "string" && key.isStatic ? key.value : undefined;
  const position = indexOf(key);
  if (owner.kind === "object") {
    return owner.isComplete && name === undefined
      ? choiceOf(range, [...owner.members.map((member) => member.value), unknown(range)])
      : ((name === undefined ? undefined : memberOf(owner, name)) ?? unknown(range));
  }
  return owner.kind === "array" ? elementAt(owner, position, range) : unknown(range);
}

function indexOf(key: string | Value): number | undefined {
  const index = typeof key === "string" ? Number(key) : key.kind === "scalar" ? key.value : undefined;
  return typeof index === "number" && Number.isInteger(index) ? index : undefined;
}

function elementAt(list: ArrayValue, index: number | undefined, range: Range): Value {
  if (index === undefined || !isListOfKnownLength(list)) {
    return choiceOf(range, [...list.elements, unknown(range)]);
  }
  return list.elements[index] ?? unknown(range);
}

/** Whether each element is there for certain, and no other one. */
export function isListOfKnownLength({ placed }: ArrayValue): boolean {
  return placed.every(
    ({ value, place }) => place !== undefined || (value.kind !== "choice" && value.kind !== "unknown"),
  );
}
