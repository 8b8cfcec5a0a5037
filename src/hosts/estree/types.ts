import type * as ts from "typescript";
import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import type { HostSource } from "../source.js";
import { referencedString } from "../strings.js";
import { lazyArray } from "../values.js";

interface TypedServices {
  readonly program: ts.Program;
  readonly esTreeNodeToTSNodeMap: { get(node: object): ts.Node | undefined };
}

/** A longer union is a general type, such as every action of a cloud, and does not identify the value. */
const maxBranches = 50;

/** Reads the value that the type of an expression allows, located at the expression. */
export type TypeReader = (node: object, reference: Range) => Value | undefined;

/** `ElementFlags.Required`: neither optional nor a rest element. */
const required = 1;

/**
 * Reads values from literal types and from unions and tuples of them, if the file is linted with type information.
 *
 * @returns a function that returns the value of the type of an expression, located at the expression
 */
export function typeResolver({ parserServices }: HostSource): TypeReader | undefined {
  const { program, esTreeNodeToTSNodeMap } = (parserServices ?? {}) as Partial<TypedServices>;
  if (!program || !esTreeNodeToTSNodeMap) {
    return undefined;
  }
  const checker = program.getTypeChecker();
  return (node, reference) => {
    const typed = esTreeNodeToTSNodeMap.get(node);
    return typed && valueOfType(checker.getTypeAtLocation(typed), checker, reference);
  };
}

function valueOfType(type: ts.Type, checker: ts.TypeChecker, reference: Range): Value | undefined {
  if (type.isStringLiteral()) {
    return referencedString(reference, MappedText.at(type.value, reference), "its type");
  }
  if (type.isUnion() && type.types.length <= maxBranches) {
    const branches = type.types.map((branch) => valueOfType(branch, checker, reference));
    return branches.every((branch) => branch !== undefined)
      ? { kind: "choice", range: reference, branches }
      : undefined;
  }
  if (checker.isTupleType(type)) {
    const { target } = type as ts.TupleTypeReference;
    return lazyArray(reference, () =>
      checker.getTypeArguments(type as ts.TypeReference).map((element, index) => {
        const isRequired = target.elementFlags[index] === required;
        const value = isRequired ? valueOfType(element, checker, reference) : undefined;
        return { value: value ?? { kind: "unknown", range: reference }, place: undefined };
      }),
    );
  }
  return undefined;
}
