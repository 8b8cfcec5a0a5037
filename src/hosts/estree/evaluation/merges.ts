import { possibleValues } from "../../../policy/possible-values.js";
import type { Callee, Value } from "../../../policy/value.js";
import type { Budget } from "./budget.js";
import { ListCell } from "./list.js";
import { RecordCell } from "./record.js";

/** Names of functions, or of modules, that make one object of several: `mergeDeep`, `toMerged`, "deepmerge-ts". */
const mergingNames = /merge|^defu/iu;

/** Others, whose names mean something else as a part of a longer one, such as `assignRole`. */
const otherMergingNames: ReadonlySet<string> = new Set(["assign", "defaults", "defaultsDeep", "extend", "produce"]);

/**
 * Takes into account that a function of a library makes a larger object of some, as a spread does: what one of them
 * lacks another may have. They may be given in a list, too.
 */
export function markMerged(callee: Callee, values: readonly Value[], budget: Budget): void {
  if (!isMerging(callee)) {
    return;
  }
  const merged = values.flatMap(possibleValues).flatMap((value) => elementsOrItself(value, budget));
  if (merged.length > 1) {
    merged.forEach((part) => {
      if (part instanceof RecordCell) {
        part.isSpread = true;
      }
    });
  }
}

function isMerging({ module = "", path }: Callee): boolean {
  return [module, ...path].some((name) => mergingNames.test(name)) || otherMergingNames.has(path.at(-1) ?? "");
}

function elementsOrItself(value: Value, budget: Budget): readonly Value[] {
  return value instanceof ListCell && budget.takeRead(value.elements.length)
    ? value.elements.flatMap(possibleValues)
    : [value];
}
