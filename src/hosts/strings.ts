import type { PolicyString, RawCharacter } from "../policy/value.js";
import type { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";

/**
 * A string literal.
 *
 * @param range including the quotes
 * @param text the decoded content between the quotes
 * @param rawCharacter a control character in it that the language requires to be escaped
 */
export function policyString(range: Range, text: MappedText, rawCharacter?: RawCharacter): PolicyString {
  return new HostString(range, text, text.isOnePiece(0, text.text.length), { rawCharacter });
}

/** A string that an expression computes. It has no literal that an edit could replace. */
export function computedString(range: Range, text: MappedText, details?: StringDetails): PolicyString {
  return new HostString(range, text, false, details);
}

/** What the author means as a text, and YAML reads as an alias that has no anchor. */
export function aliasString(range: Range, text: MappedText): PolicyString {
  return new HostString(range, text, false, { isAlias: true });
}

/** The same string, with the use that the program makes of it. */
export function withUsage(
  { range, text, isLiteral, rawCharacter, run }: PolicyString,
  usage: NonNullable<PolicyString["usage"]>,
): PolicyString {
  return new HostString(range, text, isLiteral, { usage, rawCharacter, run });
}

/** A string of another file, located at the reference to it in this file. */
export function referencedString(reference: Range, text: MappedText, origin: string, run?: number): PolicyString {
  return new HostString(reference, text, false, { origin, run });
}

/** Optional properties of a string. */
interface StringDetails extends Pick<PolicyString, "usage" | "origin"> {
  readonly run?: number | undefined;
  readonly madeBy?: string | undefined;
  readonly partOrigin?: string | undefined;
  readonly rawCharacter?: RawCharacter | undefined;
  readonly isAlias?: true;
}

class HostString implements PolicyString {
  readonly kind = "string";
  readonly range: Range;
  readonly value: string;
  readonly text: MappedText;
  readonly isLiteral: boolean;
  readonly usage?: "fragment" | "other-reader";
  readonly origin?: string;
  readonly run?: number;
  readonly madeBy?: string;
  readonly partOrigin?: string;
  readonly rawCharacter?: RawCharacter;
  readonly isAlias?: true;

  constructor(range: Range, text: MappedText, isLiteral: boolean, details: StringDetails = {}) {
    const { usage, origin, run, madeBy, partOrigin, rawCharacter, isAlias } = details;
    this.range = range;
    this.value = text.text;
    this.text = text;
    this.isLiteral = isLiteral;
    if (usage) {
      this.usage = usage;
    }
    if (origin !== undefined) {
      this.origin = origin;
    }
    if (run !== undefined) {
      this.run = run;
    }
    if (madeBy !== undefined) {
      this.madeBy = madeBy;
    }
    if (partOrigin !== undefined) {
      this.partOrigin = partOrigin;
    }
    if (rawCharacter) {
      this.rawCharacter = rawCharacter;
    }
    if (isAlias) {
      this.isAlias = isAlias;
    }
  }

  get contentRange(): Range {
    return this.isLiteral ? this.text.sourceRange(0, this.text.text.length) : this.range;
  }

  get isStatic(): boolean {
    return this.text.isKnown(0, this.text.text.length);
  }

  slice(start: number, end: number): Range | null {
    const isWritten = this.origin === undefined && this.text.isKnown(start, end) && this.text.isOnePiece(start, end);
    return isWritten ? this.text.sourceRange(start, end) : null;
  }
}
