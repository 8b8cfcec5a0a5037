import type { Pair, YamlValue } from "./nodes.js";
import { withoutMeta } from "./nodes.js";

/**
 * Whether a pair merges other objects into its own. YAML 1.2 has no such key, but what applies and deploys manifests
 * has: kubectl and everything else in Go, Ansible, js-yaml up to version 4.
 */
export function isMerge({ key }: Pair): boolean {
  return key?.type === "YAMLScalar" && key.style === "plain" && key.strValue === "<<";
}

/** The values that a pair merges, the first of which counts most. */
export function mergedBy({ value }: Pair): readonly (YamlValue | null)[] {
  const content = withoutMeta(value);
  return content?.type === "YAMLSequence" ? content.entries : [value];
}
