import { estreeHost } from "./estree/host.js";
import { hclHost } from "./hcl/host.js";
import { hclReader } from "./hcl/reader.js";
import type { Host } from "./host.js";
import { jsonHost } from "./json/host.js";
import type { Reader } from "./reader.js";
import { yamlHost } from "./yaml/host.js";
import { yamlReader } from "./yaml/reader.js";

/** All hosts. Each checks whether it owns the tree of a file. */
export const hosts: readonly Host[] = [jsonHost, yamlHost, estreeHost, hclHost];

/** The readers of languages that ESLint has none for, by our names for them. */
export const readers: Readonly<Record<"hcl" | "yaml", Reader>> = { hcl: hclReader, yaml: yamlReader };

/** The host that owns a tree; `undefined` if no host reads its language. */
export function hostOf(tree: object): Host | undefined {
  return hosts.find((host) => host.owns(tree));
}
