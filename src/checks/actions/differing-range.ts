import type { Action } from "../../policy/document.js";
import { partsOf } from "../../policy/pattern.js";
import { isWithin, type Range } from "../../text/range.js";

/** The range of the parts that differ from the nearest name, or of everything after the service. */
export function differingRange({ string }: Action, nearest: string | undefined): Range {
  const nearestParts = nearest?.toLowerCase().split(":");
  const parts = partsOf(string.value);
  const differing = nearestParts
    ? parts.filter((part, place) => part.text.toLowerCase() !== nearestParts[place])
    : parts.slice(1);
  const [start, end] = [differing[0]?.start ?? 0, differing.at(-1)?.end ?? string.value.length];
  const pieces = string.text.sourceRange(start, end);
  // What a template takes from elsewhere is at least located in it.
  return string.slice(start, end) ?? (isWithin(pieces, string.contentRange) ? pieces : string.contentRange);
}
