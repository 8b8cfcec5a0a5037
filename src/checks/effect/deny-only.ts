import type { PolicyDocument, Statement } from "../../policy/document.js";

/**
 * The first Deny of a policy that has nothing else: alone it grants nothing, and beside a policy that allows
 * something it is what the guides print (facts.md#policies-that-only-deny).
 *
 * @param others the policies that are granted, or may be, to the same principals
 */
export function firstOfDenyOnly(document: PolicyDocument, others: readonly PolicyDocument[]): Statement | undefined {
  const { statements, isComplete } = document;
  const isDenyOnly = isComplete && statements.every(({ effect }) => effect === "Deny");
  return isDenyOnly && !others.some(mayAllow) ? statements[0] : undefined;
}

function mayAllow({ statements, isComplete }: PolicyDocument): boolean {
  return !isComplete || statements.some(({ effect }) => effect === "Allow");
}
