import type { TSESTree } from "@typescript-eslint/utils";
import { changedNames, changesValue, spreadsValue } from "./changes.js";
import { isChangedField } from "./fields.js";
import { propertyName } from "./property-names.js";
import { isTransparent } from "./transparent-nodes.js";

/** What a name in a file stands for. */
export type Definition =
  | { readonly kind: "value"; readonly node: TSESTree.Expression }
  | { readonly kind: "enum"; readonly node: TSESTree.TSEnumDeclaration }
  | ImportedName;

export interface ImportedName {
  readonly kind: "import";
  readonly module: string;
  /** The name in the module; empty for the module itself. */
  readonly path: readonly string[];
}

/**
 * Finds out what a name in a file stands for, without running it. `undefined` for what may change: parameters,
 * variables that are assigned to, lists that are pushed to.
 */
export type Names = (identifier: TSESTree.Identifier) => Definition | undefined;

/** What the outermost names of a module stand for. */
export type ModuleNames = (identifier: Pick<TSESTree.Identifier, "name">) => Definition | undefined;

/** The part of `eslint-scope`'s classes that is needed here. */
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

/** The names of the file that is linted, by ESLint's scope analysis. */
export function scopedNames(getScope: (node: TSESTree.Node) => unknown): Names {
  return (identifier) => {
    const variable = variableOf(identifier, getScope);
    const [def, ...others] = variable?.defs ?? [];
    return def && others.length === 0 && variable?.references.every(keepsValue)
      ? definitionOf(def.name, def.node, def.parent ?? undefined)
      : undefined;
  };
}

function variableOf(identifier: TSESTree.Identifier, getScope: (node: TSESTree.Node) => unknown): Variable | undefined {
  let scope = getScope(identifier) as Scope | null;
  while (scope && !scope.set.has(identifier.name)) {
    scope = scope.upper;
  }
  return scope?.set.get(identifier.name);
}

/**
 * Whether what an object or list is a part of is changed after it is written, or put into something larger: the
 * variable or the field of a class that it is the value of.
 */
export function isChangedLater(node: TSESTree.Node, getScope: (node: TSESTree.Node) => unknown): boolean {
  let value = node;
  while (value.parent && (partsOfValues.has(value.parent.type) || isTransparent(value.parent))) {
    value = value.parent;
  }
  const { parent } = value;
  if (parent?.type === "VariableDeclarator" && parent.init === value && parent.id.type === "Identifier") {
    const references = variableOf(parent.id, getScope)?.references ?? [];
    return references.some((reference) => !keepsValue(reference) || spreadsValue(reference.identifier));
  }
  const name =
    parent?.type === "PropertyDefinition" && parent.value === value
      ? propertyName(parent.key, parent.computed)
      : undefined;
  return name !== undefined && isChangedField(name, value);
}

/** What an object or list may be written in and still be a part of the value of a variable. */
const partsOfValues: ReadonlySet<string> = new Set([
  ...["ArrayExpression", "ConditionalExpression", "ObjectExpression", "Property", "SpreadElement"],
]);

/** Whether a mention of a variable leaves its value as it was defined. */
function keepsValue(reference: Reference): boolean {
  return (reference.init === true || !reference.isWrite()) && !changesValue(reference.identifier);
}

/** The names that a module defines for itself, by its outermost statements alone: its constants, for a start. */
export function moduleNames(program: TSESTree.Program): ModuleNames {
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
 * What a module exports under a name.
 *
 * @param names what the module defines for itself
 * @returns `undefined` also where it could be behind an `export *`
 */
export function exportOf(program: TSESTree.Program, names: ModuleNames, name: string): Definition | undefined {
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
        return names(specifier.local);
      }
      const isOwn = statement.declaration && definitionsIn(statement.declaration).some(([own]) => own === name);
      if (isOwn) {
        return names({ name });
      }
    }
  }
  return undefined;
}

/** @param parent the declaration that `node` is a part of */
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
