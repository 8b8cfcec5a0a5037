import type { TSESTree } from "@typescript-eslint/utils";
import { changesValue } from "./changes.js";
import { childrenOf } from "./tree/children.js";
import { memberName, propertyName } from "./property-names.js";

/**
 * Resolves `this.name` to the initializer of the field, or to the only value that the class assigns to it.
 *
 * @param name with its `#` if it is private
 * @returns `undefined` if the field changes in any other way, or if `this` is not an instance of a class
 */
export function fieldValue(name: string, reference: TSESTree.Node): TSESTree.Expression | undefined {
  const body = classBodyOf(reference);
  const changes = body ? changesOf(name, body) : [];
  const [value, ...others] = body ? [...initializersOf(name, body), ...changes.map(assignedValue)] : [];
  return others.length === 0 ? value : undefined;
}

/** Whether the class changes the value of a field, or a member of that value. */
export function isChangedField(name: string, reference: TSESTree.Node): boolean {
  const body = classBodyOf(reference);
  return body !== undefined && changesOf(name, body).length > 0;
}

/** The class that `this` belongs to at a node. Functions that are not methods have their own `this`. */
function classBodyOf(reference: TSESTree.Node): TSESTree.ClassBody | undefined {
  for (let node: TSESTree.Node | undefined = reference; node; node = node.parent) {
    if (node.type === "ClassBody") {
      return node;
    }
    const isFunction = node.type === "FunctionDeclaration" || node.type === "FunctionExpression";
    if (isFunction && node.parent?.type !== "MethodDefinition") {
      return undefined;
    }
  }
  return undefined;
}

function initializersOf(name: string, { body }: TSESTree.ClassBody): TSESTree.Expression[] {
  return body
    .filter((element) => element.type === "PropertyDefinition")
    .filter(({ key, computed }) => propertyName(key, computed) === name)
    .flatMap(({ value }) => value ?? []);
}

/** The references that change a field. */
function changesOf(name: string, body: TSESTree.ClassBody): TSESTree.MemberExpression[] {
  const changes: TSESTree.MemberExpression[] = [];
  const pending: TSESTree.Node[] = [body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isField(node, name) && changesValue(node)) {
      changes.push(node);
    }
    for (const child of childrenOf(node)) {
      pending.push(child);
    }
  }
  return changes;
}

/** The assigned value; `undefined` for any other kind of change, such as a `push`. */
function assignedValue(field: TSESTree.MemberExpression): TSESTree.Expression | undefined {
  const { parent } = field;
  return parent.type === "AssignmentExpression" && parent.operator === "=" && parent.left === field
    ? parent.right
    : undefined;
}

function isField(node: TSESTree.Node, name: string): node is TSESTree.MemberExpression {
  return node.type === "MemberExpression" && node.object.type === "ThisExpression" && memberName(node) === name;
}
