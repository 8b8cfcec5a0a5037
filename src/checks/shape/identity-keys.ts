import { removeMember, renameKey } from "../../edit/members.js";
import type { PolicyDocument } from "../../policy/document.js";
import { identityPolicyKeys, identityStatementKeys, nearestKey } from "../../policy/keys.js";
import type { Member, ObjectValue } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import { describePolicy } from "./identity-names.js";
import type { ShapeProblem } from "./shape-problem.js";

/** Keys that a policy of version 5.0, or a statement of one, cannot have. */
export function identityKeyProblems(
  object: ObjectValue,
  owner: "policy" | "statement",
  document: Pick<PolicyDocument, "kind" | "isVerbatim">,
): readonly ShapeProblem[] {
  const known = owner === "policy" ? identityPolicyKeys : identityStatementKeys;
  return object.members.flatMap((member): readonly ShapeProblem[] => {
    const near = nearestKey(
      member.key,
      known.filter((key) => adviceFor(key, document.kind) === undefined),
    );
    // The program may remove other keys before it sends the object.
    const isCertain = document.isVerbatim ?? false;
    if (known.includes(member.key)) {
      return refusedKeyProblems(object, member, document);
    }
    // Whether the case of keys matters is not documented.
    const isOtherCase = near?.toLowerCase() === member.key.toLowerCase();
    return isOtherCase || (near === undefined && !isCertain)
      ? []
      : [unknownKeyProblem(object, member, { owner, near, document })];
  });
}

interface UnknownKey {
  readonly owner: "policy" | "statement";
  readonly near: string | undefined;
  readonly document: Pick<PolicyDocument, "kind">;
}

function unknownKeyProblem(object: ObjectValue, member: Member, { owner, near, document }: UnknownKey): ShapeProblem {
  const name = object.members.some(({ key }) => key === near) ? undefined : near;
  const { policy } = describePolicy(document);
  return {
    range: member.keyRange,
    id: "identityKey",
    data: {
      key: truncate(member.key),
      owner: owner === "policy" ? `this ${policy}` : `a statement of this ${policy}`,
      advice: name === undefined ? "Remove it." : `Did you mean "${name}"?`,
    },
    edits: name === undefined ? removeMember(object, member) : renameKey(object, member, name),
  };
}

/** Keys of a statement that not every kind of policy has (facts.md#grammar-of-version-5). */
function refusedKeyProblems(
  object: ObjectValue,
  member: Member,
  document: Pick<PolicyDocument, "kind">,
): readonly ShapeProblem[] {
  const advice = adviceFor(member.key, document.kind);
  return advice === undefined
    ? []
    : [
        {
          range: member.keyRange,
          id: "identityKeyRefused",
          data: { ...describePolicy(document), key: member.key, ...advice },
          // Without it, the statement would be about the resources, too, that it leaves out.
          edits: member.key === "NotResource" ? [] : removeMember(object, member),
        },
      ];
}

/** The reason why a kind of policy refuses a key, with the code of the cloud's validator where it has one. */
function adviceFor(
  key: string,
  kind: PolicyDocument["kind"],
): { readonly code: string; readonly advice: string } | undefined {
  const isPrincipal = key === "Principal" || key === "NotPrincipal";
  switch (kind) {
    case "identity":
    case "permission-set":
      return isPrincipal
        ? { code: " (UNSUPPORTED_PRINCIPAL)", advice: "It applies to those it is attached to. Remove it." }
        : undefined;
    case "service-control":
      return isPrincipal
        ? { code: "", advice: "It applies to the accounts it is attached to. Remove it." }
        : key === "NotResource"
          ? { code: "", advice: 'List resources in "Resource" instead.' }
          : undefined;
    default:
      return undefined;
  }
}
