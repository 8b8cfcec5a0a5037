import leven from "leven";

/** The keys of a custom policy (facts: policy-language 1.2). `Depends` is known and has a check of its own. */
export const policyKeys: readonly string[] = ["Version", "Statement", "Depends"];

/** The keys of a statement of a custom policy (facts: policy-language 1.2). */
export const statementKeys: readonly string[] = ["Effect", "Action", "NotAction", "Resource", "Condition"];

/** The known key that a written one is a slip of: another case, or up to two edits. */
export function nearestKey(written: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((key) => ({ key, cost: leven(written.toLowerCase(), key.toLowerCase()) }))
    .sort((one, other) => one.cost - other.cost);
  return nearest && nearest.cost <= 2 ? nearest.key : undefined;
}
