import leven from "leven";
import type { ObjectValue } from "./value.js";

/** The keys of a custom policy (facts.md#keys-of-a-policy). `Depends` has a check of its own. */
export const policyKeys: readonly string[] = ["Version", "Statement", "Depends"];

/** The keys of a statement of a custom policy (facts.md#keys-of-a-policy). */
export const statementKeys: readonly string[] = ["Effect", "Action", "NotAction", "Resource", "Condition"];

/** The keys of a policy and of a statement in version 5.0 (facts.md#grammar-of-version-5). */
export const identityPolicyKeys: readonly string[] = ["Version", "Statement"];
export const identityStatementKeys: readonly string[] = [
  ...["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition", "Principal", "NotPrincipal"],
];

/** The known key that a written one is a typo of: another case, or up to two edits. */
export function nearestKey(written: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((key) => ({ key, cost: leven(written.toLowerCase(), key.toLowerCase(), { maxDistance: maxTypos + 1 }) }))
    .sort((one, other) => one.cost - other.cost);
  return nearest && nearest.cost <= maxTypos ? nearest.key : undefined;
}

const maxTypos = 2;

/** Whether an object certainly lacks a key. A misspelt one counts as present: it is reported where it is written. */
export function isMissingKey(
  { members, isComplete, leftOut }: ObjectValue,
  key: string,
  known: readonly string[],
): boolean {
  return isComplete && !leftOut?.has(key) && !members.some((member) => nearestKey(member.key, known) === key);
}
