import type { Cloud, SourcePage } from "./format.js";

/**
 * The format of the files in `catalog/<cloud>/identity/`: what a service offers to identity policies (version 5.0). There
 * is one file per service that a source describes, with one action per line.
 */
export interface IdentityFile {
  readonly cloud: Cloud;
  /** The service prefix in lower case. */
  readonly service: string;
  readonly sources: readonly SourcePage[];
  /** The change mark of an authorization schema. */
  readonly version?: string;
  /** Whether a source lists all actions of the service, and does not only mention some. */
  readonly isComplete: boolean;
  readonly actions: readonly IdentityAction[];
  readonly resources: readonly IdentityResource[];
  readonly conditionKeys: readonly IdentityConditionKey[];
  readonly operations: readonly IdentityOperation[];
}

export const accessLevels = ["list", "read", "write", "permission_management", "tagging"] as const;
export type AccessLevel = (typeof accessLevels)[number];

export interface IdentityAction {
  readonly name: string;
  readonly accessLevel?: AccessLevel;
  /** Actions of version 1.1 that identity policies take for it. */
  readonly aliases?: readonly string[];
  /** No API needs the action. */
  readonly permissionOnly?: true;
  /** The types that a `Resource` may name. Absent: none, or the source does not say. */
  readonly resources?: readonly ActionResource[];
  /** The condition keys that hold whatever the resource. */
  readonly conditionKeys?: readonly string[];
}

export interface ActionResource {
  readonly type: string;
  /** Of a type that is not in the service's own list. */
  readonly urn?: string;
  readonly required?: true;
  /** The condition keys that hold for this type. A tag's key is written `<tag-key>`. */
  readonly conditionKeys?: readonly string[];
}

export interface IdentityResource {
  readonly type: string;
  /** `toy:<region>:<account-id>:box:<box-id>` */
  readonly urn: string;
}

export const valueTypes = ["string", "numeric", "date", "boolean", "ip_address"] as const;
export type ValueType = (typeof valueTypes)[number];

export interface IdentityConditionKey {
  readonly key: string;
  readonly type?: ValueType;
  readonly isMultiValued?: boolean;
}

/** An operation of the API, with the action that it needs. */
export interface IdentityOperation {
  readonly id: string;
  readonly action: string;
  readonly dependencies?: readonly string[];
}
