import { possibleValues } from "../../../policy/possible-values.js";
import type { Callee, Value } from "../../../policy/value.js";
import type { Budget } from "./budget.js";
import type { Evaluator } from "./evaluator.js";
import { ListCell } from "./list.js";
import { RecordCell } from "./record.js";

/** Names of functions, or of modules, that make one object of several: `mergeDeep`, `toMerged`, "deepmerge-ts". */
const mergingNames = /merge|^defu/iu;

/** Others, whose names mean something else as a part of a longer one, such as `assignRole`. */
const otherMergingNames: ReadonlySet<string> = new Set(["assign", "defaults", "defaultsDeep", "extend", "produce"]);

/**
 * Takes into account that code which is not known makes a larger object of some, as a spread does: what one of them lacks
 * another may have. The function says so by its name, or is given objects of one kind, or such an object and code for it:
 * `merge(base, more)`, `build(base, { Statement: [...] })`, `produce(base, (draft) => draft.Statement...)`.
 */
export function markMerged(
  { recorder, budget }: Evaluator,
  callee: Callee | undefined,
  values: readonly Value[],
): void {
  const merged =
    callee && isMerging(callee)
      ? values.flatMap(possibleValues).flatMap((value) => elementsOrItself(value, budget))
      : values.filter((value) => recorder.isAboutPolicy(value));
  if (merged.length > 1) {
    markSpread(merged);
  }
}

/** Takes into account that objects are only a part of something larger. */
export function markSpread(values: readonly Value[]): void {
  for (const value of values) {
    if (value instanceof RecordCell) {
      value.isSpread = true;
    }
  }
}

function isMerging({ module = "", path }: Callee): boolean {
  return [module, ...path].some((name) => mergingNames.test(name)) || otherMergingNames.has(path.at(-1) ?? "");
}

/** They may be given in a list, too. */
function elementsOrItself(value: Value, budget: Budget): readonly Value[] {
  return value instanceof ListCell && budget.takeRead(value.elements.length)
    ? value.elements.flatMap(possibleValues)
    : [value];
}
