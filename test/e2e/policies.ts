/** The text of a policy that allows some actions, as people write it. */
export function policy(...actions: readonly string[]): string {
  return policyOf({ Effect: "Allow", Action: actions });
}

/** The text of a policy with one statement, as people write it. */
export function policyOf(statement: object): string {
  return `${JSON.stringify({ Version: "1.1", Statement: [statement] }, undefined, 2)}\n`;
}
