import type { TSESTree } from "@typescript-eslint/utils";
import type { UnknownValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { ClassValue } from "./class-value.js";
import type { Frame } from "./frame.js";

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** A function of the program, with the names that it sees. */
export class FunctionValue implements UnknownValue {
  readonly kind = "unknown";
  readonly range: Range;
  readonly node: FunctionNode;
  readonly frame: Frame;
  readonly name: string | undefined;
  /** The class that it is a method of. */
  readonly homeClass: ClassValue | undefined;
  /** The object that it was read from as a method. */
  readonly thisValue: Value | undefined;

  constructor(
    node: FunctionNode,
    frame: Frame,
    details: {
      readonly name?: string | undefined;
      readonly homeClass?: ClassValue | undefined;
      readonly thisValue?: Value | undefined;
      readonly range?: Range | undefined;
    } = {},
  ) {
    this.range = details.range ?? node.range;
    this.node = node;
    this.frame = frame;
    this.name = details.name;
    this.homeClass = details.homeClass;
    this.thisValue = details.thisValue;
  }

  /** The function at another place. */
  movedTo(range: Range): FunctionValue {
    const { node, frame, name, homeClass, thisValue } = this;
    return new FunctionValue(node, frame, { name, homeClass, thisValue, range });
  }

  /** The function as a method of an object. */
  boundTo(thisValue: Value): FunctionValue {
    const { node, frame, name, homeClass } = this;
    return new FunctionValue(node, frame, { name, homeClass, thisValue });
  }
}

/** A regular expression. */
export class PatternValue implements UnknownValue {
  readonly kind = "unknown";
  readonly range: Range;
  readonly source: string;

  constructor(range: Range, source: string) {
    this.range = range;
    this.source = source;
  }
}

/** A function that JavaScript or a library provides and that a program passes on: `Boolean`, `JSON.stringify`. */
export class ProvidedFunction implements UnknownValue {
  readonly kind = "unknown";
  readonly range: Range;
  readonly name: string;

  constructor(range: Range, name: string) {
    this.range = range;
    this.name = name;
  }
}
