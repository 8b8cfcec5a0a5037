import type { TSESTree } from "@typescript-eslint/utils";
import { changedNames, changesValue, mayBeCompleted, spreadsValue } from "./changes.js";
import { isChangedField } from "./fields.js";
import { propertyName } from "./property-names.js";
import { isTransparent } from "./transparent-nodes.js";

/** The definition that a name in a file resolves to. */
export type Definition =
  ValueDefinition | { readonly kind: "enum"; readonly node: TSESTree.TSEnumDeclaration } | ImportedName;

interface ValueDefinition {
  readonly kind: "value";
  readonly node: TSESTree.Expression;
  /** Whether the program may add to the value after its definition. */
  readonly mayBeCompleted?: boolean;
}

export interface ImportedName {
  readonly kind: "import";
  readonly module: string;
  /** The exported name; empty for the module namespace itself. */
  readonly path: readonly string[];
}

/**
 * Resolves a name in a file to its definition, without evaluating code. Returns `undefined` for values that may change:
 * parameters, reassigned variables, lists that are pushed to.
 */
export type NameResolver = (identifier: TSESTree.Identifier) => Definition | undefined;

/** Resolves a top-level name of a module. */
export type ModuleNameResolver = (identifier: Pick<TSESTree.Identifier, "name">) => Definition | undefined;

/** The part of the `eslint-scope` classes that this file needs. */
interface Scope {
  readonly set: ReadonlyMap<string, Variable>;
  readonly upper: Scope | null;
}

interface Variable {
  readonly defs: readonly {
    readonly node: TSESTree.Node;
    readonly name: TSESTree.Node;
    readonly parent?: TSESTree.Node | null;
  }[];
  readonly references: readonly Reference[];
}

interface Reference {
  readonly identifier: TSESTree.Node;
  readonly init?: boolean | null;
  isWrite(): boolean;
}

/** Resolves the names of the linted file with the scope analysis of ESLint. */
export function scopeNameResolver(getScope: (node: TSESTree.Node) => unknown): NameResolver {
  return (identifier) => {
    const variable = variableOf(identifier, getScope);
    const [def, ...others] = variable?.defs ?? [];
    if (!def || others.length > 0 || !variable?.references.every(leavesValueUnchanged)) {
      return undefined;
    }
    const definition = definitionOf(def.name, def.node, def.parent ?? undefined);
    return definition?.kind === "value" && variable.references.some((one) => mayBeCompleted(one.identifier))
      ? { ...definition, mayBeCompleted: true }
      : definition;
  };
}

function variableOf(identifier: TSESTree.Identifier, getScope: (node: TSESTree.Node) => unknown): Variable | undefined {
  let scope = getScope(identifier) as Scope | null;
  while (scope && !scope.set.has(identifier.name)) {
    scope = scope.upper;
  }
  return scope?.set.get(identifier.name);
}

/** The places that use a variable, but for its declaration. */
export function referencesTo(
  identifier: TSESTree.Identifier,
  getScope: (node: TSESTree.Node) => unknown,
): readonly TSESTree.Node[] {
  const references = variableOf(identifier, getScope)?.references ?? [];
  return references.filter(({ init }) => init !== true).map((reference) => reference.identifier);
}

/**
 * Whether the variable or class field whose value contains an object or list is changed later, or spread into a larger
 * value.
 */
export function isChangedLater(node: TSESTree.Node, getScope: (node: TSESTree.Node) => unknown): boolean {
  let value = node;
  while (value.parent && (containerTypes.has(value.parent.type) || isTransparent(value.parent))) {
    value = value.parent;
  }
  const { parent } = value;
  if (parent?.type === "VariableDeclarator" && parent.init === value && parent.id.type === "Identifier") {
    const references = variableOf(parent.id, getScope)?.references ?? [];
    return references.some((reference) => !leavesValueUnchanged(reference) || spreadsValue(reference.identifier));
  }
  const name =
    parent?.type === "PropertyDefinition" && parent.value === value
      ? propertyName(parent.key, parent.computed)
      : undefined;
  return name !== undefined && isChangedField(name, value);
}

/** Nodes that an object or list may be nested in and still be part of the value of a variable. */
const containerTypes: ReadonlySet<string> = new Set([
  ...["ArrayExpression", "ConditionalExpression", "ObjectExpression", "Property", "SpreadElement"],
]);

/** Whether a reference leaves the variable with its initial value. */
function leavesValueUnchanged(reference: Reference): boolean {
  return (reference.init === true || !reference.isWrite()) && !changesValue(reference.identifier);
}

/** Resolves the names that the top-level statements of a module define. */
export function moduleNameResolver(program: TSESTree.Program): ModuleNameResolver {
  const changed = changedNames(program);
  const definitions = new Map<string, Definition>();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    for (const [name, definition] of definitionsIn(declaration ?? statement)) {
      definitions.set(name, definition);
    }
  }
  return ({ name }) => (changed.has(name) ? undefined : definitions.get(name));
}

function definitionsIn(statement: TSESTree.Node): [string, Definition][] {
  switch (statement.type) {
    case "VariableDeclaration":
      return (statement.kind === "const" ? statement.declarations : []).flatMap((declarator) => {
        const definition = definitionOf(declarator.id, declarator, statement);
        return declarator.id.type === "Identifier" && definition ? [[declarator.id.name, definition]] : [];
      });
    case "TSEnumDeclaration":
      return [[statement.id.name, { kind: "enum", node: statement }]];
    case "ImportDeclaration":
      return statement.specifiers.flatMap((specifier) => {
        const definition = definitionOf(specifier.local, specifier, statement);
        return definition ? [[specifier.local.name, definition]] : [];
      });
    default:
      return [];
  }
}

/**
 * The definition that a module exports under a name.
 *
 * @param resolveName resolves the names that the module itself defines
 * @returns `undefined` if the module does not export the name, or only through an `export *`
 */
export function exportOf(
  program: TSESTree.Program,
  resolveName: ModuleNameResolver,
  name: string,
): Definition | undefined {
  for (const statement of program.body) {
    if (statement.type === "ExportDefaultDeclaration" && name === "default") {
      return { kind: "value", node: statement.declaration as TSESTree.Expression };
    }
    if (statement.type === "ExportNamedDeclaration") {
      const specifier = statement.specifiers.find(({ exported }) => propertyName(exported) === name);
      if (specifier && statement.source) {
        return { kind: "import", module: statement.source.value, path: [propertyName(specifier.local) ?? ""] };
      }
      if (specifier?.local.type === "Identifier") {
        return resolveName(specifier.local);
      }
      const isOwn = statement.declaration && definitionsIn(statement.declaration).some(([own]) => own === name);
      if (isOwn) {
        return resolveName({ name });
      }
    }
  }
  return undefined;
}

/** @param parent the declaration that contains `node` */
function definitionOf(
  name: TSESTree.Node,
  node: TSESTree.Node,
  parent: TSESTree.Node | undefined,
): Definition | undefined {
  switch (node.type) {
    case "VariableDeclarator":
      return definitionOfVariable(name, node);
    case "TSEnumDeclaration":
      return { kind: "enum", node };
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return parent?.type === "ImportDeclaration"
        ? { kind: "import", module: parent.source.value, path: importedPath(node) }
        : undefined;
    default:
      return undefined;
  }
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

/** `const x = ...`, `const x = require("m")`, `const { x } = require("m")`. */
function definitionOfVariable(name: TSESTree.Node, { id, init }: TSESTree.VariableDeclarator): Definition | undefined {
  if (!init) {
    return undefined;
  }
  const module = requiredModule(init);
  if (id.type === "Identifier") {
    return module === undefined ? { kind: "value", node: init } : { kind: "import", module, path: [] };
  }
  const property =
    id.type === "ObjectPattern" &&
    id.properties.find((candidate) => candidate.type === "Property" && candidate.value === name);
  return module !== undefined && property && property.type === "Property" && property.key.type === "Identifier"
    ? { kind: "import", module, path: [property.key.name] }
    : undefined;
}

function requiredModule(node: TSESTree.Expression): string | undefined {
  const isRequire =
    node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "require";
  const [argument] = isRequire ? node.arguments : [];
  return argument?.type === "Literal" && typeof argument.value === "string" ? argument.value : undefined;
}
