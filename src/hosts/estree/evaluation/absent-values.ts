import type { ChoiceValue, UnknownValue } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";

/** `undefined`. A member with this value is left out of JSON. */
export class UndefinedValue implements UnknownValue {
  readonly kind = "unknown";
  readonly absent = "undefined";
  readonly range: Range;

  constructor(range: Range) {
    this.range = range;
  }
}

/** A value that is not known but is falsy: the left side of `x && [...]` where the right side is not taken. */
export class FalsyValue implements UnknownValue {
  readonly kind = "unknown";
  readonly absent = "falsy";
  readonly range: Range;

  constructor(range: Range) {
    this.range = range;
  }
}

/** Any number of elements that are not known, such as those of a spread. */
export class UnknownElements implements UnknownValue {
  readonly kind = "unknown";
  readonly absent = "elements";
  readonly range: Range;
  /** The one element that this may be, or else none; `undefined` if it may be anything. */
  readonly possible: ChoiceValue | undefined;

  constructor(range: Range, possible?: ChoiceValue) {
    this.range = range;
    this.possible = possible;
  }
}
