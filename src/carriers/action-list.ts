import { isOnlyOfIdentityPolicy } from "../policy/dialects.js";
import { parsePattern } from "../policy/pattern.js";
import { isKnownText } from "../policy/placeholder.js";
import { possibleValues } from "../policy/possible-values.js";
import type { PlacedValue, PolicyString, Value } from "../policy/value.js";
import type { Carrier, CarrierContext } from "./carrier.js";

/**
 * A constant that lists actions and nothing else: a list or set of them, or a record or enum by whatever names. Most of
 * its texts are documented actions, so that what is left is no other product's permissions.
 */
export const actionList: Carrier = (candidate, context) => {
  if (candidate.kind !== "constant") {
    return [];
  }
  const listed = firstOf(stringsIn(candidate.value, maxLevels), maxTexts);
  return areMostlyActions(listed, context)
    ? [{ kind: "actions", range: candidate.range, actions: listed.filter(isOfThisFile) }]
    : [];
};

/** A constant with more texts is no list that anybody wrote. */
const maxTexts = 2_000;

function firstOf<Part>(parts: Iterable<Part>, count: number): readonly Part[] {
  const first: Part[] = [];
  for (const part of parts) {
    if (first.length === count) {
      break;
    }
    first.push(part);
  }
  return first;
}

/** A text of a constant, in the list that has it. */
interface ListedString extends PlacedValue {
  readonly value: PolicyString;
}

/** A record of records of lists. */
const maxLevels = 3;

/** @param seen what has been looked at: a part that many others share is looked at once */
function* stringsIn(
  value: Value,
  levels: number,
  place?: PlacedValue["place"],
  seen = new Set<Value>(),
): Generator<ListedString> {
  for (const possible of possibleValues(value)) {
    if (possible.kind === "string") {
      yield { value: possible, place };
    } else if (levels > 0 && !seen.has(possible)) {
      seen.add(possible);
      for (const part of partsOf(possible)) {
        yield* stringsIn(part.value, levels - 1, part.place, seen);
      }
    }
  }
}

function partsOf(value: Value): readonly PlacedValue[] {
  switch (value.kind) {
    case "array":
      return value.placed;
    case "object":
      return value.members.map((member) => ({ value: member.value, place: undefined }));
    default:
      return [];
  }
}

/** A lone documented name may be a coincidence. */
const minDocumented = 2;

/**
 * Whether more than half of some texts are documented actions. Patterns of a documented service do not count, as they
 * prove as little as they contradict. A single name of version 5.0 makes it a list for that version.
 */
function areMostlyActions(
  listed: readonly ListedString[],
  { isDocumented, isService, isRenamed }: CarrierContext,
): boolean {
  const texts = new Set(listed.filter(({ value }) => isKnownText(value)).map(({ value }) => value.value.trim()));
  const patterns = [...texts].map(parsePattern);
  const others = patterns.filter((pattern) => !pattern?.hasWildcard || !isService(pattern.service));
  const actions = others.filter((pattern) => pattern !== undefined);
  if (actions.length < minDocumented || actions.length * 2 <= others.length) {
    return false;
  }
  const documented = actions.filter(({ text }) => isDocumented(text));
  return (
    documented.length >= minDocumented &&
    documented.length * 2 > others.length &&
    ![...texts].some((text) => isOnlyOfIdentityPolicy(text) || (isRenamed(text) && !isDocumented(text)))
  );
}

/** Whether a text is an action or pattern that is written here: a list in another file is checked there. */
function isOfThisFile({ value }: ListedString): boolean {
  return value.origin === undefined && parsePattern(value.value) !== undefined;
}
