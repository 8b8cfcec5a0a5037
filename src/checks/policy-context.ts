import type { Catalog } from "../catalog/catalog.js";
import type { Cloud } from "../policy/cloud.js";
import type { PolicyDocument } from "../policy/document.js";
import { covers, parsePattern, type ActionPattern } from "../policy/pattern.js";

/** What a check knows of a policy besides the policy itself. */
export interface PolicyContext {
  readonly settings: PolicySettings;
  /** What the policy's cloud documents, or all clouds where none is named. */
  readonly catalog: Catalog;
  /** The policy and those that the file grants to the same group, user or agency. */
  readonly grantedTogether: readonly PolicyDocument[];
  /** Other policies that the file grants to somebody who may be the same: one of the two is not known. */
  readonly perhapsGrantedTogether: readonly PolicyDocument[];
}

/** Where the policies of a file are granted. */
export const scopes = ["iam-project", "enterprise-project"] as const;
export type Scope = (typeof scopes)[number];

/** What the user says of policies: facts that the policies themselves do not hold. */
export interface PolicySettings {
  /** The cloud whose policies they are; without it, what any of the clouds documents counts. */
  readonly cloud?: Cloud;
  /** Where they are granted; without it, nothing is said of a scope. */
  readonly scope?: Scope;
  /** Action patterns that the same principals are granted elsewhere, be it by a system role. */
  readonly alsoGranted?: readonly string[];
  /** System roles that the same principals have, by their names. */
  readonly companionRoles?: readonly string[];
  /** Actions that the cloud has although no table or example shows them. */
  readonly knownActions?: readonly KnownAction[];
}

export interface KnownAction {
  /** An action or a pattern. */
  readonly action: string;
  /** How the user knows. */
  readonly reason: string;
  /** The last day on which it counts, `2027-01-31`; without it, it counts for good. */
  readonly expires?: string;
}

/** The patterns of `alsoGranted`. */
export function alsoGranted({ alsoGranted: granted = [] }: PolicySettings): readonly ActionPattern[] {
  return granted.map(parsePattern).filter((pattern) => pattern !== undefined);
}

/** Whether `companionRoles` lists one of some roles; names are compared without case. */
export function hasCompanionRole({ companionRoles = [] }: PolicySettings, names: readonly string[]): boolean {
  const listed = new Set(companionRoles.map((name) => name.trim().toLowerCase()));
  return names.some((name) => listed.has(name.toLowerCase()));
}

/** The entry of `knownActions` that covers an action or pattern. */
export function knownAction({ knownActions = [] }: PolicySettings, pattern: ActionPattern): KnownAction | undefined {
  return knownActions.find(({ action }) => {
    const known = parsePattern(action);
    return known !== undefined && covers(known, pattern);
  });
}

/** Whether the last day of an entry is over, everywhere on earth or nearly so (UTC). */
export function hasExpired({ expires }: KnownAction): boolean {
  return expires !== undefined && new Date().toISOString().slice(0, 10) > expires;
}
