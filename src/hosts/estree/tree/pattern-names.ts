import type { TSESTree } from "@typescript-eslint/utils";

/** The names that a pattern defines, in source order: `a` and `rest` of `[{ a = 1 }, ...rest]`. */
export function namesIn(pattern: TSESTree.Node | null): readonly TSESTree.Identifier[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === "RestElement" ? property.argument : property.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap(namesIn);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
