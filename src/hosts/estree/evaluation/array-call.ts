import type { TSESTree } from "@typescript-eslint/utils";
import type { ArrayValue, PlacedValue, Value } from "../../../policy/value.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { ListCell } from "./list.js";

export interface ArrayCall {
  readonly evaluator: Evaluator;
  readonly list: ArrayValue;
  readonly values: readonly Value[];
  readonly node: TSESTree.CallExpression;
  readonly frame: Frame;
}

/** The elements as they are, read or not. */
export function placedOf(list: ArrayValue): readonly PlacedValue[] {
  return list instanceof ListCell ? list.state.placed : list.placed;
}

/** How many elements a list has, without reading any. */
export function lengthOf(list: ArrayValue): number {
  return placedOf(list).length;
}

/** An entry is a list, which costs more than an element. */
export const partsOfEntry = 6;
