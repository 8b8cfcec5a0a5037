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
  const pending = [...values];
  for (let value = pending.pop(); value; value = pending.pop()) {
    const cell = value instanceof SetValue ? value.list : value;
    if (cell.kind === "choice") {
      pending.push(...cell.branches);
    } else if (cell instanceof Deferred) {
      reached.add(cell);
    } else if (cell instanceof ConstructCell && values.includes(cell)) {
      cell.forget();
    } else if ((cell instanceof ListCell || cell instanceof RecordCell) && !reached.has(cell)) {
      // Who gets a policy as a part of something larger gets it to send it.
      const isPolicy = !values.includes(cell) && evaluator.recorder.isRecorded(cell);
      if (!isPolicy) {
        reached.add(cell);
        pending.push(...partsOf(cell));
      }
    }
  }
  // A policy is complete when it is handed over.
  evaluator.recorder.handOver(reached);
  for (const cell of reached) {
    if (cell instanceof ImportedValue || cell.born <= since) {
      cell.forget();
    }
  }
}

/** What can be reached from a cell, without reading other files for it. */
function partsOf(cell: ListCell | RecordCell): readonly Value[] {
  return cell instanceof ListCell
    ? cell.state.placed.map(({ value }) => value)
    : cell.state.members.map(({ value }) => value);
}

/** How deeply a value is searched for actions. */
const maxDepth = 4;

/**
 * Whether a value may hold actions, so that it is worth reading another file to see what happens to it: some string in
 * it has the form of one.
 */
export function mayCarryActions(value: Value, depth = 0): boolean {
  if (depth > maxDepth) {
    return false;
  }
  const cell = value instanceof SetValue ? value.list : value;
  switch (cell.kind) {
    case "string":
      return cell.value.includes(":");
    case "choice":
      return cell.branches.some((branch) => mayCarryActions(branch, depth + 1));
    case "array":
    case "object":
      return cell instanceof ListCell || cell instanceof RecordCell
        ? partsOf(cell)
            .slice(0, 20)
            .some((part) => mayCarryActions(part, depth + 1))
        : true;
    default:
      return false;
  }
}
