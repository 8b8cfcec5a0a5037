import type { TSESTree } from "@typescript-eslint/utils";
import type { UnknownValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { ClassValue } from "./class-value.js";
import type { Frame } from "./frame.js";

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** What a function has besides its code and the names that it sees. */
interface FunctionDetails {
  readonly name?: string | undefined;
  /** The class that it is a method of. */
  readonly homeClass?: ClassValue | undefined;
  /** The object that it was read from as a method. */
  readonly thisValue?: Value | undefined;
  /** The arguments that `bind` has given it, before those of a call: then its `this` stays as it is. */
  readonly given?: readonly Value[] | undefined;
  readonly range?: Range | undefined;
}

/** A function of the program, with the names that it sees. */
export class FunctionValue implements UnknownValue {
  readonly kind = "unknown";
  readonly range: Range;
  readonly node: FunctionNode;
  readonly frame: Frame;
  readonly name: string | undefined;
  readonly homeClass: ClassValue | undefined;
  readonly thisValue: Value | undefined;
  readonly given: readonly Value[] | undefined;

  constructor(node: FunctionNode, frame: Frame, details: FunctionDetails = {}) {
    this.range = details.range ?? node.range;
    this.node = node;
    this.frame = frame;
    this.name = details.name;
    this.homeClass = details.homeClass;
    this.thisValue = details.thisValue;
    this.given = details.given;
  }

  /** The code of the function. */
  get text(): string {
    const { node, frame } = this;
    return frame.activation.module.text.text.slice(...node.range);
  }

  /** The function at another place. */
  movedTo(range: Range): FunctionValue {
    return this.#with({ range });
  }

  /** The function as a method of an object. */
  boundTo(thisValue: Value): FunctionValue {
    return this.given ? this : this.#with({ thisValue });
  }

  /** The function for which its object and its first arguments are decided. */
  bind(thisValue: Value | undefined, values: readonly Value[]): FunctionValue {
    return this.given ? this.#with({ given: [...this.given, ...values] }) : this.#with({ thisValue, given: values });
  }

  #with(details: FunctionDetails): FunctionValue {
    const { node, frame, name, homeClass, thisValue, given } = this;
    return new FunctionValue(node, frame, { name, homeClass, thisValue, given, ...details });
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
