import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import { isCyclicOrTooDeep } from "../../policy/depth.js";
import type { Value } from "../../policy/value.js";
import type { Candidate, CandidateMarks, NamedValue } from "../candidates.js";
import { importedValues } from "./modules.js";
import { isChangedLater, scopedNames } from "./names.js";
import { typedValues } from "./types.js";
import { isLiteral, type Node, type ObjectNode } from "./nodes.js";
import { keyOf } from "./properties.js";
import { calleeName, memberName, propertyName } from "./property-names.js";
import { EstreeReader } from "./value.js";
import { markIncomplete } from "./mark-incomplete.js";
import type { HostSource } from "../source.js";
import { fragmentOf } from "../values.js";

/**
 * The candidates of a JavaScript, TypeScript or jsonc-eslint-parser file, outer before inner, in source order; each has
 * an end, as what judges a policy goes through all of it.
 */
export function* estreeCandidates(source: HostSource, marks: CandidateMarks): Generator<Candidate> {
  const reader = new EstreeReader(source.text, {
    names: source.getScope ? scopedNames(source.getScope as (node: TSESTree.Node) => unknown) : () => undefined,
    imported: importedValues(source),
    typed: typedValues(source),
  });
  const isChanged = (node: Node) =>
    node.type === "ObjectExpression" &&
    source.getScope !== undefined &&
    isChangedLater(node, source.getScope as (node: TSESTree.Node) => unknown);
  const ownMarks = { ...marks, callees: withRenamed(marks.callees, source.ast as TSESTree.Program) };
  const heights = new WeakMap<Value, number>();
  const pending: Node[] = [source.ast as TSESTree.Program | Jsonc.JSONProgram];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isCandidate(node, ownMarks)) {
      const value = isChanged(node) ? markIncomplete(reader.value(node)) : reader.value(node);
      if (value.kind === "string") {
        yield isFragment(node) ? fragmentOf(value) : value;
      } else if ((value.kind === "object" || value.kind === "construct") && !isCyclicOrTooDeep(value, heights)) {
        yield value;
      }
    }
    const named = namedValue(node, marks, reader);
    if (named && !isCyclicOrTooDeep(named.value, heights)) {
      yield named;
    }
    pushChildren(node, pending, source.visitorKeys ?? {}, marks);
  }
}

/** A variable or class field of a marked name, with its value. */
function namedValue(node: Node, { names }: CandidateMarks, reader: EstreeReader): NamedValue | undefined {
  if (node.type !== "VariableDeclarator" && node.type !== "PropertyDefinition") {
    return undefined;
  }
  const [key, initializer] = node.type === "VariableDeclarator" ? [node.id, node.init] : [node.key, node.value];
  const name = propertyName(key);
  return name !== undefined && initializer && names.has(name)
    ? { kind: "named", name, range: node.range, value: reader.value(initializer) }
    : undefined;
}

/** Whether a text is one of several that the program puts together: `t += "..."`, `out.push("...")`, `["...", x].join()`. */
function isFragment({ parent }: Node): boolean {
  switch (parent?.type) {
    case "ArrayExpression":
      return true;
    case "AssignmentExpression":
      return parent.operator === "+=";
    case "VariableDeclarator":
      return parent.parent.kind !== "const";
    case "CallExpression":
      return /^(?:append|concat|push|write)$/u.test(calleeName(parent.callee) ?? "");
    default:
      return false;
  }
}

/** The names with those that the file's imports give them: `import { IdentityRoleV3 as Role3 }`. */
function withRenamed(names: ReadonlySet<string>, { body }: TSESTree.Program): ReadonlySet<string> {
  const specifiers = body.flatMap((statement) => (statement.type === "ImportDeclaration" ? statement.specifiers : []));
  const renamed = specifiers.filter(
    (specifier) =>
      specifier.type === "ImportSpecifier" &&
      specifier.imported.type === "Identifier" &&
      names.has(specifier.imported.name),
  );
  return new Set([...names, ...renamed.map(({ local }) => local.name)]);
}

function isCandidate(node: Node, marks: CandidateMarks): boolean {
  switch (node.type) {
    case "ObjectExpression":
      return hasKey(node, marks.keys);
    case "JSONObjectExpression":
      return (
        hasKey(node, marks.keys) || (node.parent?.type === "JSONExpressionStatement" && hasKey(node, marks.rootKeys))
      );
    case "Literal":
    case "JSONLiteral":
    case "TemplateLiteral":
    case "JSONTemplateLiteral":
    case "BinaryExpression":
      return node.parent?.type !== "BinaryExpression" && holdsWord(node, marks.word);
    case "NewExpression":
    case "CallExpression":
      return !hasChainedCall(node) && isMarkedCall(node, marks);
    default:
      return false;
  }
}

function hasKey(node: ObjectNode, keys: ReadonlySet<string>): boolean {
  return node.properties.some((property) => keys.has(keyOf(property)?.name ?? ""));
}

/** Whether a text has a word in one of its pieces; a piece of a longer text is no candidate itself. */
function holdsWord(node: Node, word: string): boolean {
  switch (node.type) {
    case "Literal":
    case "JSONLiteral":
      return typeof node.value === "string" && node.value.includes(word);
    case "TemplateLiteral":
    case "JSONTemplateLiteral":
      return node.quasis.some((quasi) => quasi.value.raw.includes(word));
    case "BinaryExpression":
      return node.operator === "+" && [node.left, node.right].some((part) => holdsWord(part, word));
    default:
      return false;
  }
}

/**
 * Whether a call, or the one that its `.with...()` calls hang on, has a name to look at. What hangs on a variable is
 * only known when it is read.
 */
function isMarkedCall(node: TSESTree.NewExpression | TSESTree.CallExpression, marks: CandidateMarks): boolean {
  if (!isChainedCall(node)) {
    return marks.callees.has(calleeName(node.callee) ?? "");
  }
  const { object } = node.callee;
  const isCall = object.type === "NewExpression" || object.type === "CallExpression";
  return isCall ? isMarkedCall(object, marks) : object.type === "Identifier";
}

/** Whether a `.with...()` call hangs on a call: then the whole is looked at. */
function hasChainedCall(node: Node): boolean {
  const member = node.parent;
  return member?.type === "MemberExpression" && member.object === node && isChainedCall(member.parent);
}

/** `x.withName(...)` */
function isChainedCall(
  node: Node | undefined,
): node is TSESTree.CallExpression & { callee: TSESTree.MemberExpression } {
  return (
    node?.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    /^with[A-Z]/u.test(memberName(node.callee) ?? "")
  );
}

/** The last one first, so that the first one is next. Most are literals, and few of those are worth a look. */
function pushChildren(
  node: Node,
  pending: Node[],
  visitorKeys: NonNullable<HostSource["visitorKeys"]>,
  { word }: CandidateMarks,
): void {
  for (const key of visitorKeys[node.type]?.toReversed() ?? []) {
    const children = [node[key as keyof Node] as unknown as Node | (Node | null)[] | null | undefined].flat();
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child && (!isLiteral(child) || holdsWord(child, word))) {
        pending.push(child);
      }
    }
  }
}
