import type { Candidate } from "../hosts/candidates.js";
import type { PolicyDocument, RoleFacts } from "../policy/document.js";
import type { GrantSite } from "../policy/grant-site.js";
import type { KnownNames } from "../policy/recognise.js";
import type { ObjectValue, PlacedValue, Value } from "../policy/value.js";
import type { Range } from "../text/range.js";
import type { CarrierProblem } from "./carrier-problem.js";
import type { PolicySource } from "./policy-source.js";

/** Something that a carrier detects in a candidate. */
export type Detection = DetectedPolicy | DetectedActions | ForeignPolicy | DetectedProblem | DetectedGrant;

export interface DetectedPolicy {
  readonly kind: "policy";
  readonly policy: ObjectValue;
  readonly dialect: PolicyDocument["dialect"];
  readonly facts: Partial<RoleFacts>;
  /** The key that assignments refer to the role by. */
  readonly role?: RoleKey;
  /** The string that contains the policy as JSON. */
  readonly string?: Value;
  /** Whether it is only a statement, which was found without a policy around it. */
  readonly isLoose?: true;
}

/** Actions that are listed outside of a policy, in a constant that policies elsewhere may use. */
export interface DetectedActions {
  readonly kind: "actions";
  /** The constant. */
  readonly range: Range;
  readonly actions: readonly PlacedValue[];
}

/** A policy that the user cannot change. It is ignored even if another carrier detects it. */
export interface ForeignPolicy {
  readonly kind: "foreign";
  readonly policy: ObjectValue;
}

/** A problem that only the carrier can see. */
export interface DetectedProblem {
  readonly kind: "problem";
  readonly problem: CarrierProblem;
  /** The string that does not contain a policy. */
  readonly string?: Value;
}

/** An assignment of a role. */
export interface DetectedGrant {
  readonly kind: "grant";
  readonly role: RoleReference;
  readonly site: GrantSite;
}

/** The role that a grant refers to: one that the file may have, a system role by its name, or an unknown one. */
export interface RoleReference {
  readonly key?: RoleKey;
  readonly name?: string;
}

/** Identifies a role within a file: by the identity of its construct, or its address in a tf.json file. */
export type RoleKey = object | string;

/** Input of carriers besides the file. */
export interface CarrierContext extends KnownNames {
  /** Whether an action is one of version 5.0 that version 1.1 has under another name, or lacks. */
  readonly isRenamed: (action: string) => boolean;
  /** The entries of the setting `policySources`. */
  readonly policySources: readonly PolicySource[];
}

/**
 * Recognises one way of carrying a policy. Never throws on unexpected code. A candidate that it does not recognise has
 * no detections and is passed to the next carrier.
 */
export type Carrier = (candidate: Candidate, context: CarrierContext) => readonly Detection[];

/** What the first carrier that detects something in a candidate detects. */
export function detect(
  candidate: Candidate,
  carriers: readonly Carrier[],
  context: CarrierContext,
): readonly Detection[] {
  for (let index = 0; index < carriers.length; index++) {
    const detections = carriers[index]?.(candidate, context) ?? [];
    if (detections.length > 0) {
      return detections;
    }
  }
  return [];
}
