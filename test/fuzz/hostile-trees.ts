import fc from "fast-check";
import { hostileActions, hostileNames } from "./actions.js";
import { isList, isObject, object, type JsonTree } from "./json-tree.js";
import { policies } from "./policies.js";

/** What stands where something else belongs. */
const leaves: fc.Arbitrary<JsonTree> = fc.oneof(
  fc.constantFrom(...hostileNames),
  hostileActions,
  fc.constantFrom<JsonTree>(null, true, false, 0, -0, 1.1, 1e308, "Allow", "Deny", "1.1", "ims:images:list", "*"),
);

const keys = fc.constantFrom(
  ...["Version", "Statement", "Effect", "Action", "NotAction", "Resource", "Condition", "uri", "Depends", "Principal"],
  ...["role", "policy", "display_name", "type", "catalog", "id", "role_assignments", "resource", "statement", "effect"],
  ...["huaweicloud_identity_role", "opentelekomcloud_identity_role_v3", "count", "dynamic"],
  ...["StringEquals", "g:UserName"],
  ...hostileNames,
);

/** JSON that has the words of policies in any place. */
export const hostileTrees = treesWith(keys);

/** JSON that has none of them. */
export const noise = treesWith(fc.constantFrom(...hostileNames));

function treesWith(names: fc.Arbitrary<string>): fc.Arbitrary<JsonTree> {
  return fc.letrec<{ tree: JsonTree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaves,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.array(fc.tuple(names, tie("tree")), { maxLength: 5 }).map((entries) => object(...entries)),
    ),
  })).tree;
}

/** A policy of which parts are something else. */
export const brokenPolicies: fc.Arbitrary<JsonTree> = fc
  .tuple(policies, fc.array(fc.tuple(fc.nat(), hostileTrees), { minLength: 1, maxLength: 3 }))
  .map(([policy, changes]) =>
    changes.reduce<JsonTree>(
      (tree, [place, part]) => withPart(tree, 1 + (place % Math.max(1, sizeOf(tree) - 1)), part),
      policy,
    ),
  );

/** How many values a tree is made of. */
function sizeOf(tree: JsonTree): number {
  const parts = isList(tree) ? tree : isObject(tree) ? tree.entries.map(([, value]) => value) : [];
  return 1 + parts.map(sizeOf).reduce((sum, size) => sum + size, 0);
}

/** A tree with another value in one place, counted from the root, which is 0. */
function withPart(tree: JsonTree, place: number, part: JsonTree): JsonTree {
  let left = place;
  return changed(tree);

  function changed(value: JsonTree): JsonTree {
    if (left-- === 0) {
      return part;
    }
    if (isList(value)) {
      return value.map(changed);
    }
    return isObject(value) ? object(...value.entries.map(([key, inner]) => [key, changed(inner)] as const)) : value;
  }
}
