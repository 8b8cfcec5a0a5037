import type { TSESTree } from "@typescript-eslint/utils";
import { changesValue } from "./changes.js";
import { childrenOf } from "./children.js";
import { memberName, propertyName } from "./property-names.js";

/**
 * What `this.name` stands for: the initializer of the field, or the only thing that the class assigns to it.
 * `undefined` where it is changed otherwise, or `this` is not that of a class.
 *
 * @param name with its `#`, when it is private
 */
export function fieldValue(name: string, mention: TSESTree.Node): TSESTree.Expression | undefined {
  const body = classBodyOf(mention);
  const changes = body ? changesOf(name, body) : [];
  const [value, ...others] = body ? [...initializersOf(name, body), ...changes.map(assignedValue)] : [];
  return others.length === 0 ? value : undefined;
}

/** Whether the class changes what a field holds, or a part of it. */
export function isChangedField(name: string, mention: TSESTree.Node): boolean {
  const body = classBodyOf(mention);
  return body !== undefined && changesOf(name, body).length > 0;
}

/** The class whose `this` a node speaks of: functions that are no methods have a `this` of their own. */
function classBodyOf(mention: TSESTree.Node): TSESTree.ClassBody | undefined {
  for (let node: TSESTree.Node | undefined = mention; node; node = node.parent) {
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

/** The mentions of a field that change it. */
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

/** `undefined` for a change of another kind, such as a list that is pushed to. */
function assignedValue(field: TSESTree.MemberExpression): TSESTree.Expression | undefined {
  const { parent } = field;
  return parent.type === "AssignmentExpression" && parent.operator === "=" && parent.left === field
    ? parent.right
    : undefined;
}

function isField(node: TSESTree.Node, name: string): node is TSESTree.MemberExpression {
  return node.type === "MemberExpression" && node.object.type === "ThisExpression" && memberName(node) === name;
}
