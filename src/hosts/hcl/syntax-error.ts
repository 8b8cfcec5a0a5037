import type { Range } from "../../text/range.js";

/** The first place where a text is not HCL. The parser throws nothing else. */
export class HclSyntaxError extends Error {
  readonly range: Range;

  /** @param message a sentence on what is wrong and what to do */
  constructor(message: string, range: Range) {
    super(message);
    this.name = "HclSyntaxError";
    this.range = range;
  }
}
