import type { ActionPattern } from "../policy/pattern.js";
import type { Catalog } from "./catalog.js";
import type { ServiceEntry } from "./format.js";

/** Whether a service is administered globally or per project. */
export type Level = NonNullable<ServiceEntry["level"]>;

/**
 * Whether a policy of a level may hold an action. Global and project-level actions need separate policies
 * (facts.md#one-level-in-a-policy), and the second policy may be in any file.
 */
export function mayHold(level: Level | undefined, { service }: ActionPattern, catalog: Catalog): boolean {
  const other = catalog.service(service)?.level;
  return level === undefined || other === undefined || level === other;
}
