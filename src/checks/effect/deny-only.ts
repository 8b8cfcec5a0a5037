import type { PolicyDocument, Statement } from "../../policy/document.js";

/**
 * The first statement of a deny-only policy. Alone it grants nothing; combined with a policy that allows something, it
 * is what the guides show (facts.md#policies-that-only-deny).
 *
 * @param others the policies that are granted, or may be, to the same principals
 */
export function denyOnlyStatement(document: PolicyDocument, others: readonly PolicyDocument[]): Statement | undefined {
  const { statements, isComplete } = document;
  const isDenyOnly = isComplete && statements.every(({ effect }) => effect === "Deny");
  return isDenyOnly && !others.some(mayAllow) ? statements[0] : undefined;
}

function mayAllow({ statements, isComplete }: PolicyDocument): boolean {
  return !isComplete || statements.some(({ effect }) => effect === "Allow");
}
