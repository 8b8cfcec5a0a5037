import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../tree/property-names.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { ImportedValue } from "./imports.js";

/** Defines the names that a module imports. */
export function bindImports(evaluator: Evaluator, { body }: TSESTree.Program, frame: Frame): void {
  const { module } = frame.activation;
  // A module that is imported for what it does may change what the others export.
  const isOpen = body.some(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      statement.specifiers.length === 0 &&
      evaluator.imports.isOwn(module.file, statement.source.value),
  );
  for (const statement of body) {
    if (statement.type === "ImportDeclaration") {
      for (const specifier of statement.specifiers) {
        const value = define(evaluator, specifier.local, statement.source.value, importedPath(specifier), frame);
        if (isOpen) {
          value.forget();
        }
      }
    } else if (
      statement.type === "TSImportEqualsDeclaration" &&
      statement.moduleReference.type === "TSExternalModuleReference"
    ) {
      const { expression } = statement.moduleReference;
      if (expression.type === "Literal" && typeof expression.value === "string") {
        define(evaluator, statement.id, expression.value, [], frame);
      }
    }
  }
}

export function define(
  evaluator: Evaluator,
  local: TSESTree.Identifier,
  module: string,
  path: readonly string[],
  frame: Frame,
): ImportedValue {
  const value = ImportedValue.of(evaluator.store, evaluator.imports, { module, path }, local.range, frame);
  frame.define(evaluator.store, local.name, value);
  return value;
}

function importedPath(specifier: TSESTree.ImportClause): string[] {
  switch (specifier.type) {
    case "ImportSpecifier":
      return [propertyName(specifier.imported) ?? ""];
    case "ImportDefaultSpecifier":
      return ["default"];
    default:
      return [];
  }
}
