import type { ObjectValue, Value } from "../../policy/value.js";
import { isWithin } from "../../text/range.js";
import { partsOf } from "./evaluation/escapes.js";
import { ListCell } from "./evaluation/list.js";
import { RecordCell } from "./evaluation/record.js";

/** The statements of a policy, and their lists, are three levels down. */
const maxLevels = 3;

/** So many parts of a file's objects are looked at: a program with more is generated. */
const maxParts = 20_000;

/**
 * Those of some objects that lend what is written in them to others, as in `base.Statement.concat(more)`. As each object
 * may be meant as it is or not, nothing is said to be missing in it.
 */
export function lendersAmong(objects: readonly RecordCell[]): ReadonlySet<Value> {
  const parts = objects.length > 0 ? partsOfEach(objects) : [];
  const holders = new Map<Value, RecordCell[]>();
  for (const [object, part] of parts) {
    const known = holders.get(part);
    if (known) {
      known.push(object);
    } else {
      holders.set(part, [object]);
    }
  }
  const isLent = (part: RecordCell | ListCell) =>
    (part instanceof RecordCell && part.isSpread) || holders.get(part)?.some((holder) => !isWrittenIn(part, holder));
  return new Set(parts.filter(([object, part]) => isWrittenIn(part, object) && isLent(part)).map(([object]) => object));
}

type Part = RecordCell | ListCell;
type Held = readonly [object: RecordCell, part: Part];

/** The lists and objects in each of some objects. One of these in another is there as a whole. */
function partsOfEach(objects: readonly RecordCell[]): readonly Held[] {
  const wholes = new Set<Value>(objects);
  const partsIn = new Map<Value, readonly Part[]>();
  const found: Held[] = [];
  const search = (object: RecordCell, value: Value, level: number) => {
    // Many objects may have the same list.
    const parts =
      partsIn.get(value) ??
      partsOf(value)
        .map((part) => part.value)
        .filter(isPart);
    partsIn.set(value, parts);
    for (const part of parts) {
      if (!wholes.has(part) && found.length < maxParts) {
        found.push([object, part]);
        if (level < maxLevels) {
          search(object, part, level + 1);
        }
      }
    }
  };
  for (const object of objects) {
    search(object, object, 1);
  }
  return found.length < maxParts ? found : [];
}

function isPart(value: Value): value is Part {
  return value instanceof RecordCell || value instanceof ListCell;
}

function isWrittenIn({ range, origin, run }: RecordCell | ListCell, object: ObjectValue): boolean {
  return isWithin(range, object.range) && run === object.run && origin === object.origin;
}
