import { existsSync, readFileSync } from "node:fs";
import type { Cloud } from "../../src/catalog/format.js";

const folder = new URL("../../../shared/corpus/", import.meta.url);

/** The pages and policies that stand beside a developer's checkout; a machine without them skips their tests. */
export const hasCorpus = existsSync(new URL("policies.jsonl", folder));

/** A policy object found in a public repository or on an official page. */
export interface CorpusPolicy {
  /** Of Huawei Cloud, OTC or Swiss OTC; all others are of other clouds or no identity policies. */
  readonly ours: boolean;
  readonly kind: "real" | "docs";
  /** Whether the text is strict JSON. */
  readonly strict: boolean;
  readonly repo: string;
  readonly path: string;
  readonly text: string;
}

export function corpusPolicies(): CorpusPolicy[] {
  const lines = readFileSync(new URL("policies.jsonl", folder), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as CorpusPolicy);
}

/** The actions that the clouds' official example policies use. */
export function exampleActions(): { readonly cloud: Cloud; readonly action: string }[] {
  const [, ...lines] = readFileSync(new URL("example-actions.tsv", folder), "utf8").trim().split("\n");
  return lines.map((line) => {
    const [cloud, action = ""] = line.split("\t");
    return { cloud: cloud as Cloud, action };
  });
}
