import type { TSESTree } from "@typescript-eslint/utils";
import type { HostSource } from "../source.js";

/** The part of the `eslint-scope` classes that this file needs. */
interface Scope {
  readonly set: ReadonlyMap<string, Variable>;
  readonly upper: Scope | null;
}

interface Variable {
  readonly defs: readonly { readonly node: TSESTree.Node; readonly parent?: TSESTree.Node | null }[];
  readonly references: readonly { readonly identifier: TSESTree.Node; readonly init?: boolean | null }[];
}

/** The places that use a variable, but for its declaration. */
export function referencesTo(identifier: TSESTree.Identifier, source: HostSource): readonly TSESTree.Node[] {
  const references = variableOf(identifier, source)?.references ?? [];
  return references.filter(({ init }) => init !== true).map((reference) => reference.identifier);
}

/** The module that a name is imported or required from. */
export function moduleOf(identifier: TSESTree.Identifier, source: HostSource): string | undefined {
  const [definition] = variableOf(identifier, source)?.defs ?? [];
  if (definition?.parent?.type === "ImportDeclaration") {
    return definition.parent.source.value;
  }
  const init = definition?.node.type === "VariableDeclarator" ? definition.node.init : undefined;
  const isRequire =
    init?.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "require";
  const [argument] = isRequire ? init.arguments : [];
  return argument?.type === "Literal" && typeof argument.value === "string" ? argument.value : undefined;
}

function variableOf(identifier: TSESTree.Identifier, { getScope }: HostSource): Variable | undefined {
  let scope = getScope?.(identifier as never) as Scope | null | undefined;
  while (scope && !scope.set.has(identifier.name)) {
    scope = scope.upper;
  }
  return scope?.set.get(identifier.name);
}
