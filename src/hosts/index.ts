import { estreeHost } from "./estree/host.js";
import type { Host } from "./host.js";
import { jsonHost } from "./json/host.js";

/** Every language that policies are found in. */
export const hosts: readonly Host[] = [jsonHost, estreeHost];

/** The host that a file's tree belongs to; `undefined` for a language that no host reads. */
export function hostOf(tree: object): Host | undefined {
  return hosts.find((host) => host.owns(tree));
}
