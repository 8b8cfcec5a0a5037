import { possibleValues } from "../../../policy/possible-values.js";
import type { Value } from "../../../policy/value.js";
import { ConstructCell } from "./construct-cell.js";
import { Deferred } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { ImportedValue } from "./imports.js";
import { ListCell } from "./list.js";
import { RecordCell } from "./record.js";
import { SetValue } from "./sets.js";

/**
 * Takes into account that code which is not known may change what it is given, and what can be reached from there.
 *
 * @param since what has been made later is of no use to the program, and stays as it is
 */
export function forgetReachable(evaluator: Evaluator, values: readonly Value[], since = Infinity): void {
  const reached = new Set<ListCell | RecordCell | Deferred>();
  const given = new Set(values);
  const pending = [...values];
  for (let value = pending.pop(); value; value = pending.pop()) {
    const cell = value instanceof SetValue ? value.list : value;
    if (cell.kind === "choice") {
      pending.push(...cell.branches);
    } else if (cell instanceof Deferred) {
      reached.add(cell);
    } else if (cell instanceof ConstructCell && given.has(cell)) {
      pending.push(...cell.assignedValues);
      cell.forget();
    } else if ((cell instanceof ListCell || cell instanceof RecordCell) && !reached.has(cell)) {
      // Who gets a policy as a part of something larger gets it to send it.
      const isPolicy = !given.has(cell) && evaluator.recorder.isRecorded(cell);
      if (!isPolicy) {
        reached.add(cell);
        const parts = partsOf(cell);
        for (const part of evaluator.budget.takeRead(parts.length) ? parts : []) {
          pending.push(part.value);
        }
      }
    }
  }
  // A policy is complete when it is handed over.
  evaluator.recorder.handOver(reached, evaluator.budget);
  for (const cell of reached) {
    if (cell instanceof ImportedValue || cell.born <= since) {
      cell.forget();
    }
  }
}

/**
 * Takes into account that something which is not known has some values as its parts now, and may change them. A policy
 * among them is there to be sent.
 */
export function forgetParts(evaluator: Evaluator, parts: readonly Value[]): void {
  const known = parts.flatMap(possibleValues).filter((part) => !evaluator.recorder.isRecorded(part));
  forgetReachable(evaluator, known);
  for (const part of known) {
    if (part instanceof ListCell) {
      part.share();
    }
  }
}

/** Takes into account that the program changes a value in a way that is not followed. */
export function mayBeChanged(value: Value): void {
  for (const branch of possibleValues(value)) {
    if (branch instanceof ListCell || branch instanceof RecordCell) {
      branch.mayLose();
      branch.forget();
    }
  }
}

/** What can be reached from a cell, without reading other files for it. */
export function partsOf(cell: Value): readonly { readonly value: Value }[] {
  return cell instanceof ListCell ? cell.state.placed : cell instanceof RecordCell ? cell.state.members : [];
}

/** How deeply a value is searched for actions. */
const maxDepth = 4;

/** So many parts of a list or object are searched, and so many in all. */
const maxParts = 20;
const maxSearched = 400;

/**
 * Whether a value may hold actions, so that it is worth reading another file to see what happens to it: some string in
 * it has the form of one.
 */
export function mayCarryActions(value: Value): boolean {
  let searched = 0;
  const search = (part: Value, depth: number): boolean => {
    searched++;
    if (depth > maxDepth || searched > maxSearched) {
      return searched > maxSearched;
    }
    const cell = part instanceof SetValue ? part.list : part;
    switch (cell.kind) {
      case "string":
        return cell.value.includes(":");
      case "choice":
        return cell.branches.some((branch) => search(branch, depth + 1));
      case "array":
      case "object":
        return cell instanceof ListCell || cell instanceof RecordCell
          ? partsOf(cell)
              .slice(0, maxParts)
              .some((inner) => search(inner.value, depth + 1))
          : true;
      default:
        return false;
    }
  };
  return search(value, 0);
}
