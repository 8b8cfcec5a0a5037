import type { TSESTree } from "@typescript-eslint/utils";
import type { PlacedValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { ArrayNode } from "../tree/nodes.js";
import { withoutTypes } from "../tree/transparent-nodes.js";
import { FalsyValue, UnknownElements } from "./absent-values.js";
import { maxElements } from "./budget.js";
import { composed, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { asOptional, isInOrder, ListCell } from "./list.js";
import { memberValue } from "./members.js";
import { RecordCell } from "./record.js";
import { SetValue } from "./sets.js";

/** A list. */
export function arrayValue(evaluator: Evaluator, node: ArrayNode, frame: Frame): Value {
  const { module, run } = frame.activation;
  // An edit of a list that is made more than once would change what the other runs make of it.
  const isOwn = module.origin === undefined && run === undefined;
  const { range } = node;
  // A hole in a sparse array has no range.
  const slots = isOwn ? node.elements.map((element): Range => element?.range ?? range) : [];
  const parts: PlacedValue[] = [];
  let spreads: Map<PlacedValue, Range> | undefined;
  for (let index = 0; index < node.elements.length; index++) {
    const element = node.elements[index];
    const part = {
      // Most of what goes through a list leaves out its holes.
      value: element
        ? elementValue(evaluator, element, frame)
        : new UnknownElements(evaluator.making(node, frame).range),
      place: isOwn ? { range, slots, index } : undefined,
    };
    parts.push(part);
    if (element?.type === "SpreadElement") {
      spreads ??= new Map();
      spreads.set(part, evaluator.making(element, frame).range);
    }
  }
  return spreads ? withSpreads(evaluator, node, frame, parts, spreads) : evaluator.list(node, frame, parts);
}

function elementValue(evaluator: Evaluator, element: NonNullable<ArrayNode["elements"][number]>, frame: Frame): Value {
  if (element.type !== "SpreadElement") {
    return evaluator.evaluate(element, frame);
  }
  return takenNow(evaluator, spreadValue(evaluator, element, frame));
}

/** A list whose elements are taken: what follows may change the list, but no longer what is taken from it. */
export function takenNow(evaluator: Evaluator, value: Value): Value {
  if (value.kind === "choice") {
    return { ...value, branches: value.branches.map((branch) => takenNow(evaluator, branch)) };
  }
  if (value instanceof SetValue) {
    return value.list instanceof ListCell ? new SetValue(value.list.asItIs()) : value;
  }
  return value instanceof ListCell && !evaluator.encoded.has(value) ? value.asItIs() : value;
}

/** @param spreads the parts that stand for their elements, with the range of each spread */
function withSpreads(
  evaluator: Evaluator,
  node: ArrayNode,
  frame: Frame,
  parts: readonly PlacedValue[],
  spreads: ReadonlyMap<PlacedValue, Range>,
): Value {
  const values = [...spreads.keys()].map(({ value }) => value);
  return composed(evaluator.making(node, frame).range, values, () => {
    const placed: PlacedValue[] = [];
    for (const part of parts) {
      const range = spreads.get(part);
      if (range) {
        for (const element of elementsOf(evaluator, settled(part.value), range)) {
          placed.push(element);
        }
      } else {
        placed.push(part);
      }
    }
    return evaluator.list(node, frame, placed, !values.some((value) => hasLostOrder(settled(value))));
  });
}

/** Whether nobody knows which of the elements of a list or set comes first. */
export function hasLostOrder(value: Value): boolean {
  const list = value instanceof SetValue ? value.list : value;
  return list.kind === "array" && !isInOrder(list);
}

/** The value of a spread. */
export function spreadValue(evaluator: Evaluator, { argument }: TSESTree.SpreadElement, frame: Frame): Value {
  return lentValue(evaluator, argument, frame);
}

/** The value of what something else is made of. An object that lends a list to another one is only a part of what is meant. */
export function lentValue(evaluator: Evaluator, expression: TSESTree.Expression, frame: Frame): Value {
  const inner = withoutTypes(expression);
  if (inner.type !== "MemberExpression" || inner.object.type === "Super") {
    return evaluator.evaluate(expression, frame);
  }
  const owner = evaluator.evaluate(inner.object, frame);
  if (owner instanceof RecordCell) {
    owner.isSpread = true;
  }
  return memberValue(evaluator, owner, inner, frame);
}

/**
 * The elements that a value adds to a list that it is spread into. Each of several lists may be the one that is taken.
 */
export function elementsOf(evaluator: Evaluator, value: Value, reference: Range): readonly PlacedValue[] {
  const rest = [{ value: new UnknownElements(reference), place: undefined }];
  const list = value instanceof SetValue ? value.list : value;
  if (evaluator.encoded.has(list)) {
    return rest;
  }
  if (list.kind === "array") {
    const placed = list instanceof ListCell ? list.state.placed : list.placed;
    return placed.length <= maxElements && evaluator.budget.takeRead(placed.length) ? placed : rest;
  }
  if (list.kind === "choice") {
    return list.branches.flatMap((branch) =>
      branch instanceof FalsyValue
        ? []
        : branch.kind === "array" || branch instanceof SetValue
          ? optionalElements(evaluator, branch, reference)
          : rest,
    );
  }
  return rest;
}

/** The same where the value may not be taken. */
export function optionalElements(evaluator: Evaluator, value: Value, reference: Range): readonly PlacedValue[] {
  const elements = elementsOf(evaluator, value, reference);
  return evaluator.budget.takeMade(elements.length)
    ? elements.map(asOptional)
    : [{ value: new UnknownElements(reference), place: undefined }];
}
