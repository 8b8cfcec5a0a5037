import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import { isCyclicOrTooDeep } from "../../policy/depth.js";
import type { Value } from "../../policy/value.js";
import type { Candidate, CandidateFilter, NamedValue } from "../candidates.js";
import { importResolver } from "./modules.js";
import { isChangedLater, scopeNameResolver } from "./names.js";
import { typeResolver } from "./types.js";
import { isLiteral, type Node, type ObjectNode } from "./nodes.js";
import { hasOtherReader } from "./other-readers.js";
import { keyOf } from "./properties.js";
import { calleeName, memberName, propertyName } from "./property-names.js";
import { EstreeReader } from "./value.js";
import { markIncomplete } from "./mark-incomplete.js";
import type { HostSource } from "../source.js";
import { withUsage } from "../values.js";

/**
 * The candidates of a JavaScript, TypeScript or jsonc-eslint-parser file, in source order, outer before inner. Cyclic
 * and too deep values are left out because checks traverse the whole policy.
 */
export function* estreeCandidates(source: HostSource, filter: CandidateFilter): Generator<Candidate> {
  const getScope = source.getScope as ((node: TSESTree.Node) => unknown) | undefined;
  const resolveName = getScope ? scopeNameResolver(getScope) : () => undefined;
  const reader = new EstreeReader(source.text, {
    resolveName,
    resolveImport: importResolver(source),
    resolveType: typeResolver(source),
  });
  const isChanged = (node: Node) =>
    node.type === "ObjectExpression" && getScope !== undefined && isChangedLater(node, getScope);
  const aliasedFilter = { ...filter, callees: withImportAliases(filter.callees, source.ast as TSESTree.Program) };
  const heights = new WeakMap<Value, number>();
  const pending: Node[] = [source.ast as TSESTree.Program | Jsonc.JSONProgram];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isCandidate(node, aliasedFilter)) {
      const value = isChanged(node) ? markIncomplete(reader.value(node)) : reader.value(node);
      if (value.kind === "string") {
        const usage = isFragment(node)
          ? "fragment"
          : hasOtherReader(node, resolveName, getScope)
            ? "other-reader"
            : undefined;
        yield usage ? withUsage(value, usage) : value;
      } else if ((value.kind === "object" || value.kind === "construct") && !isCyclicOrTooDeep(value, heights)) {
        yield value;
      }
    }
    const named = namedValue(node, filter, reader);
    if (named && !isCyclicOrTooDeep(named.value, heights)) {
      yield named;
    }
    pushChildren(node, pending, source.visitorKeys ?? {}, filter);
  }
}

/** The value of a variable or class field that the filter names. */
function namedValue(node: Node, { names }: CandidateFilter, reader: EstreeReader): NamedValue | undefined {
  if (node.type !== "VariableDeclarator" && node.type !== "PropertyDefinition") {
    return undefined;
  }
  const [key, initializer] = node.type === "VariableDeclarator" ? [node.id, node.init] : [node.key, node.value];
  const name = propertyName(key);
  return name !== undefined && initializer && names.has(name)
    ? { kind: "named", name, range: node.range, value: reader.value(initializer) }
    : undefined;
}

/**
 * Whether a string is one of several pieces that the program concatenates: `t += "..."`, `out.push("...")`,
 * `["...", x].join()`.
 */
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

/** The names, plus the aliases that the file imports them under: `import { IdentityRoleV3 as Role3 }`. */
function withImportAliases(names: ReadonlySet<string>, { body }: TSESTree.Program): ReadonlySet<string> {
  const specifiers = body.flatMap((statement) => (statement.type === "ImportDeclaration" ? statement.specifiers : []));
  const renamed = specifiers.filter(
    (specifier) =>
      specifier.type === "ImportSpecifier" &&
      specifier.imported.type === "Identifier" &&
      names.has(specifier.imported.name),
  );
  return new Set([...names, ...renamed.map(({ local }) => local.name)]);
}

function isCandidate(node: Node, filter: CandidateFilter): boolean {
  switch (node.type) {
    case "ObjectExpression":
      return hasKey(node, filter.keys);
    case "JSONObjectExpression":
      return (
        hasKey(node, filter.keys) || (node.parent?.type === "JSONExpressionStatement" && hasKey(node, filter.rootKeys))
      );
    case "Literal":
    case "JSONLiteral":
    case "TemplateLiteral":
    case "JSONTemplateLiteral":
    case "BinaryExpression":
      return node.parent?.type !== "BinaryExpression" && includesWord(node, filter.word);
    case "NewExpression":
    case "CallExpression":
      return !hasChainedCall(node) && matchesCall(node, filter);
    default:
      return false;
  }
}

function hasKey(node: ObjectNode, keys: ReadonlySet<string>): boolean {
  return node.properties.some((property) => keys.has(keyOf(property)?.name ?? ""));
}

/** Whether a string contains a word in one of its parts. An operand of a concatenation is not a candidate itself. */
function includesWord(node: Node, word: string): boolean {
  switch (node.type) {
    case "Literal":
    case "JSONLiteral":
      return typeof node.value === "string" && node.value.includes(word);
    case "TemplateLiteral":
    case "JSONTemplateLiteral":
      return node.quasis.some((quasi) => quasi.value.raw.includes(word));
    case "BinaryExpression":
      return node.operator === "+" && [node.left, node.right].some((part) => includesWord(part, word));
    default:
      return false;
  }
}

/**
 * Whether a call, or the innermost call of a `.with...()` chain, has one of the names. The root of a chain may be a
 * variable, which is only resolved when the value is read.
 */
function matchesCall(node: TSESTree.NewExpression | TSESTree.CallExpression, filter: CandidateFilter): boolean {
  if (!isChainedCall(node)) {
    return filter.callees.has(calleeName(node.callee) ?? "");
  }
  const { object } = node.callee;
  const isCall = object.type === "NewExpression" || object.type === "CallExpression";
  return isCall ? matchesCall(object, filter) : object.type === "Identifier";
}

/** Whether a `.with...()` call is chained to this call. Then the whole chain is the candidate. */
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

/**
 * Pushes children in reverse, so that `pop` returns them in source order. Literals without the word are skipped here
 * because most nodes are literals.
 */
function pushChildren(
  node: Node,
  pending: Node[],
  visitorKeys: NonNullable<HostSource["visitorKeys"]>,
  { word }: CandidateFilter,
): void {
  for (const key of visitorKeys[node.type]?.toReversed() ?? []) {
    const children = [node[key as keyof Node] as unknown as Node | (Node | null)[] | null | undefined].flat();
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child && (!isLiteral(child) || includesWord(child, word))) {
        pending.push(child);
      }
    }
  }
}
