import { corpusOf, misspeltIn, type WrittenPolicy } from "./policy-corpus.js";
import { writeNumbered } from "./temporary-folder.js";

const writers = {
  json: (policy: WrittenPolicy) => `${JSON.stringify(policy, undefined, 2)}\n`,
  ts: (policy: WrittenPolicy) => `export const policy = ${JSON.stringify(policy, undefined, 2)} as const;\n`,
  tf: (policy: WrittenPolicy) => `locals {\n  policy = jsonencode(${JSON.stringify(policy, undefined, 2)})\n}\n`,
  yaml: yamlOf,
};

function yamlOf({ Version, Statement }: WrittenPolicy): string {
  const statements = Statement.map(
    ({ Effect, Action }) =>
      `  - Effect: ${Effect}\n    Action:\n${Action.map((name) => `      - "${name}"\n`).join("")}`,
  );
  return `Version: "${Version}"\nStatement:\n${statements.join("")}`;
}

/** Writes the first policies of the corpus, each into a file. */
export function writePolicies(folder: string, extension: keyof typeof writers, count: number): void {
  writeNumbered(folder, extension, corpusOf(count).map(writers[extension]));
}

/** What our rules have to find in the first policies of the corpus. */
export function findingsIn(count: number): Readonly<Record<string, number>> {
  return { "huaweicloud-iam/no-unknown-action": misspeltIn(count) };
}
