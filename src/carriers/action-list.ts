import { isOnlyOfIdentityPolicy } from "../policy/dialects.js";
import { parsePattern } from "../policy/pattern.js";
import { isKnownText } from "../policy/placeholder.js";
import { possibleValues, type PlacedValue, type PolicyString, type Value } from "../policy/value.js";
import type { Carrier, CarrierContext } from "./carrier.js";

/**
 * A constant that lists actions and nothing else: a list or set of them, or a record or enum by whatever names. Most of
 * its texts are documented actions, so that what is left is no other product's permissions.
 */
export const actionList: Carrier = (candidate, context) => {
  if (candidate.kind !== "constant") {
    return [];
  }
  const listed = [...stringsIn(candidate.value, maxLevels)];
  return areMostlyActions(listed, context)
    ? [{ kind: "actions", range: candidate.range, actions: listed.filter(isOfThisFile) }]
    : [];
};

/** A text of a constant, in the list that has it. */
interface ListedString extends PlacedValue {
  readonly value: PolicyString;
}

/** A record of records of lists. */
const maxLevels = 3;

function* stringsIn(value: Value, levels: number, place?: PlacedValue["place"]): Generator<ListedString> {
  for (const possible of possibleValues(value)) {
    if (possible.kind === "string") {
      yield { value: possible, place };
    } else if (possible.kind === "array" && levels > 0) {
      for (const element of possible.placed) {
        yield* stringsIn(element.value, levels - 1, element.place);
      }
    } else if (possible.kind === "object" && levels > 0) {
      for (const member of possible.members) {
        yield* stringsIn(member.value, levels - 1);
      }
    }
  }
}

/** A lone documented name may be a coincidence. */
const minDocumented = 2;

/**
 * Whether more than half of some texts are documented actions. Patterns of a documented service do not count, as they
 * prove as little as they contradict. A single name of version 5.0 makes it a list for that version.
 */
function areMostlyActions(listed: readonly ListedString[], { isDocumented, isService }: CarrierContext): boolean {
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
    ![...texts].some(isOnlyOfIdentityPolicy)
  );
}

/** Whether a text is an action or pattern that is written here: a list in another file is checked there. */
function isOfThisFile({ value }: ListedString): boolean {
  return value.origin === undefined && parsePattern(value.value) !== undefined;
}
