import type * as ts from "typescript";
import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { relocate } from "./relocate.js";
import type { HostSource } from "../source.js";
import { lazyArray, textValue } from "../values.js";

interface TypedServices {
  readonly program: ts.Program;
  readonly esTreeNodeToTSNodeMap: { get(node: object): ts.Node | undefined };
}

/** A longer union is the name of a kind of text, such as every action there is, and says nothing of this one. */
const maxBranches = 50;

/** `ElementFlags.Required`: an element of a tuple that may not be left out or stand for several. */
const required = 1;

/**
 * Reads values from types, where the user lints with types anyway: literal types, unions and tuples of them.
 *
 * @returns a function that gives the value that the type of an expression allows, placed at the expression
 */
export function typedValues({ parserServices }: HostSource): (node: object, mention: Range) => Value | undefined {
  const { program, esTreeNodeToTSNodeMap } = (parserServices ?? {}) as Partial<TypedServices>;
  if (!program || !esTreeNodeToTSNodeMap) {
    return () => undefined;
  }
  const checker = program.getTypeChecker();
  return (node, mention) => {
    const typed = esTreeNodeToTSNodeMap.get(node);
    return typed && valueOfType(checker.getTypeAtLocation(typed), checker, mention);
  };
}

function valueOfType(type: ts.Type, checker: ts.TypeChecker, mention: Range): Value | undefined {
  if (type.isStringLiteral()) {
    return relocate(textValue(mention, MappedText.at(type.value, mention)), mention, "its type");
  }
  if (type.isUnion() && type.types.length <= maxBranches) {
    const branches = type.types.map((branch) => valueOfType(branch, checker, mention));
    return branches.every((branch) => branch !== undefined) ? { kind: "choice", range: mention, branches } : undefined;
  }
  if (checker.isTupleType(type)) {
    const { target } = type as ts.TupleTypeReference;
    return lazyArray(mention, () =>
      checker.getTypeArguments(type as ts.TypeReference).map((element, index) => {
        const isThere = target.elementFlags[index] === required;
        const value = isThere ? valueOfType(element, checker, mention) : undefined;
        return { value: value ?? { kind: "unknown", range: mention }, place: undefined };
      }),
    );
  }
  return undefined;
}
