import type { Support } from "../../src/catalog/support.js";
import type { Cloud } from "../../src/catalog/format.js";

export { verdictWords } from "../../src/command/describe.js";

export const cloudNames: Readonly<Record<Cloud, string>> = {
  otc: "Open Telekom Cloud",
  "otc-swiss": "Swiss OTC",
  huaweicloud: "Huawei Cloud",
};

/** Whether an action works in a scope, in a table's cell. */
export const supportWords: Readonly<Record<Support, string>> = {
  all: "yes",
  mixed: "some APIs",
  none: "no",
  unknown: "not said",
};

/** Where a name was seen that no permission row has. */
export const evidenceWords = {
  table: "",
  "dependency-only": "only as a dependency",
  "example-only": "only in example policies",
  former: "former name",
  "policy-only": "only in policies in use",
} as const;

/** A mark of a row that may be absent. */
export function markWord(mark: boolean | null): string {
  return mark === null ? "not said" : mark ? "yes" : "no";
}
