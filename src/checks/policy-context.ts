import type { Catalog } from "../catalog/catalog.js";
import type { Cloud } from "../policy/cloud.js";
import type { PolicyDocument } from "../policy/document.js";
import { covers, parsePattern, type ActionPattern } from "../policy/pattern.js";

/** The context that a policy is checked in: settings, catalogue and policies granted to the same principals. */
export interface PolicyContext {
  readonly settings: PolicySettings;
  /** The catalogue of the policy's cloud, or of all clouds if none is set. */
  readonly catalog: Catalog;
  /** The policy itself and those that the file grants to the same group, user or agency. */
  readonly grantedTogether: readonly PolicyDocument[];
  /** Other policies that the file may grant to the same principal: one of the two principals is unknown. */
  readonly possiblyGrantedTogether: readonly PolicyDocument[];
}

/** The scopes that the setting `scope` accepts. */
export const scopes = ["iam-project", "enterprise-project"] as const;
export type Scope = (typeof scopes)[number];

/** Settings of the user: facts about policies that the policies themselves do not contain. */
export interface PolicySettings {
  /** The cloud of the policies; without it, anything that one of the clouds documents counts. */
  readonly cloud?: Cloud;
  /** The scope at which the policies are granted; without it, checks that depend on a scope are skipped. */
  readonly scope?: Scope;
  /** Action patterns granted to the same principals elsewhere, including by system roles. */
  readonly alsoGranted?: readonly string[];
  /** Names of system roles that the same principals have. */
  readonly companionRoles?: readonly string[];
  /** Actions that exist in the cloud although no table or example documents them. */
  readonly knownActions?: readonly KnownAction[];
}

export interface KnownAction {
  /** An action or pattern. */
  readonly action: string;
  /** Why the user considers it known. */
  readonly reason: string;
  /** The last day on which the entry is valid, such as `2027-01-31`; without it, the entry does not expire. */
  readonly expires?: string;
}

/** The valid patterns in `alsoGranted`. */
export function alsoGranted({ alsoGranted: granted = [] }: PolicySettings): readonly ActionPattern[] {
  return granted.map(parsePattern).filter((pattern) => pattern !== undefined);
}

/** Whether `companionRoles` lists one of the roles, ignoring case. */
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

/** Whether an entry has expired, by UTC date. */
export function hasExpired({ expires }: KnownAction): boolean {
  return expires !== undefined && new Date().toISOString().slice(0, 10) > expires;
}
