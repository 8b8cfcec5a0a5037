import type { PolicyDocument } from "../../policy/document.js";
import { nameOfKind } from "../../policy/kinds.js";

/** What a message calls a policy. */
export type PolicyName = ReturnType<typeof describePolicy>;

/** The name of a policy of version 5.0: `identity policy (5.0)`, `trust policy (5.0)`. */
export function describePolicy({ kind }: Pick<PolicyDocument, "kind">) {
  return { policy: `${nameOfKind(kind)} (5.0)` };
}

/** A kind with its article, for a message about another version: `an identity policy`. */
export function describeKind({ kind }: Pick<PolicyDocument, "kind">): string {
  const name = nameOfKind(kind);
  return `${name.startsWith("i") ? "an" : "a"} ${name}`;
}
