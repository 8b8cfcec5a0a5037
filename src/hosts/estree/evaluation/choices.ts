import { possibleValues } from "../../../policy/possible-values.js";
import type { ChoiceValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { unknown } from "../../values.js";
import { FalsyValue, UndefinedValue } from "./absent-values.js";
import { composed, settled } from "./deferred.js";

/** More branches than anybody writes: the rest of them are not known. */
const maxBranches = 50;

/** One of several values. Nested choices are flattened, and each branch is kept once. Of none, nothing is known. */
export function choiceOf(range: Range, values: readonly Value[]): Value {
  return composed(range, values, () => {
    const known = values.map(settled);
    const branches = [...new Set(known.some(isChoice) ? known.flatMap(possibleValues) : known)];
    const [first] = branches;
    if (!first) {
      // Whoever makes it does not come back.
      return unknown(range);
    }
    if (branches.length === 1 && !known.some(isChoice)) {
      return first;
    }
    const choice: ChoiceValue = {
      kind: "choice",
      range,
      branches: branches.length > maxBranches ? [...branches.slice(0, maxBranches - 1), unknown(range)] : branches,
    };
    return known.some(isOptional) ? { ...choice, isOptional: true } : choice;
  });
}

function isChoice({ kind }: Value): boolean {
  return kind === "choice";
}

function isOptional(value: Value): boolean {
  return value.kind === "choice" && value.isOptional === true;
}

/** A value that is there in one case and not in another. */
export function optionalValue(value: Value): Value {
  return composed(value.range, [value], (): ChoiceValue => {
    const known = settled(value);
    return { kind: "choice", range: known.range, branches: possibleValues(known), isOptional: true };
  });
}

/** What an element is if it is there. */
export function presentPart(value: Value): Value {
  if (value.kind !== "choice" || !value.isOptional) {
    return value;
  }
  const [first, ...others] = value.branches;
  return first && others.length === 0 ? first : { kind: "choice", range: value.range, branches: value.branches };
}

/** Whether a value counts as true in a condition; `undefined` if that is not known. */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case "string":
      return value.isStatic || value.value.length > 1 ? value.value !== "" : undefined;
    case "scalar":
      return Boolean(value.value) && !Number.isNaN(value.value);
    case "choice": {
      const [first, ...others] = value.branches.map(truthOf);
      return value.isOptional || others.some((other) => other !== first) ? undefined : first;
    }
    case "array":
    case "object":
      return true;
    default:
      return value instanceof UndefinedValue || value instanceof FalsyValue ? false : undefined;
  }
}

/** Whether a value is `null` or `undefined`; `undefined` if that is not known. */
export function isNullish(value: Value): boolean | undefined {
  if (value instanceof UndefinedValue) {
    return true;
  }
  switch (value.kind) {
    case "scalar":
      return value.value === null;
    case "choice": {
      const [first, ...others] = value.branches.map(isNullish);
      return value.isOptional || others.some((other) => other !== first) ? undefined : first;
    }
    case "unknown":
    case "construct":
      return undefined;
    default:
      return false;
  }
}

/** The value without the branches for which `isKept` does not hold; `undefined` if none is left. */
export function branchesWhere(value: Value, isKept: (branch: Value) => boolean): Value | undefined {
  if (value.kind !== "choice") {
    return isKept(value) ? value : undefined;
  }
  const branches = value.branches.filter(isKept);
  if (branches.length === value.branches.length) {
    return value;
  }
  return branches.length === 0 ? undefined : { ...value, branches };
}
