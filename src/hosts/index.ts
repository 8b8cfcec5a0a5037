import { estreeHost } from "./estree/host.js";
import type { Host } from "./host.js";
import { jsonHost } from "./json/host.js";

/** All hosts. Each checks whether it owns the tree of a file. */
export const hosts: readonly Host[] = [jsonHost, estreeHost];

/** The host that owns a tree; `undefined` if no host reads its language. */
export function hostOf(tree: object): Host | undefined {
  return hosts.find((host) => host.owns(tree));
}
