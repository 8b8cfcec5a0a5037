/** A policy with one Allow over some actions, each on its own line; an action may hold marks. */
export function allow(...actions: readonly string[]): string {
  return policyOf(statement("Allow", actions));
}

/** A policy of statements. */
export function policyOf(...statements: readonly string[]): string {
  return `{\n  "Version": "1.1",\n  "Statement": [\n${statements.join(",\n")}\n  ]\n}`;
}

export function statement(effect: "Allow" | "Deny", actions: readonly string[], more = ""): string {
  const list = actions.map((action) => `        "${action}"`).join(",\n");
  return `    {\n      "Effect": "${effect}",\n      "Action": [\n${list}\n      ]${more}\n    }`;
}
