import type { Candidate } from "../hosts/candidates.js";
import type { PolicyDocument, RoleFacts } from "../policy/document.js";
import type { GrantSite } from "../policy/grant-site.js";
import type { KnownNames } from "../policy/recognise.js";
import type { ObjectValue, Value } from "../policy/value.js";
import type { CarrierProblem } from "./carrier-problem.js";
import type { PolicySource } from "./policy-source.js";

/** Something that a carrier detects in a candidate. */
export type Detection = DetectedPolicy | ForeignPolicy | DetectedProblem | DetectedGrant;

export interface DetectedPolicy {
  readonly kind: "policy";
  readonly policy: ObjectValue;
  readonly dialect: PolicyDocument["dialect"];
  readonly facts: Partial<RoleFacts>;
  /** What assignments name the policy's role by. */
  readonly role?: RoleKey;
  /** The string whose text the policy is. */
  readonly string?: Value;
}

/** A policy that is not the user's to write, whoever else detects it. */
export interface ForeignPolicy {
  readonly kind: "foreign";
  readonly policy: ObjectValue;
}

/** Something wrong that only the carrier sees. */
export interface DetectedProblem {
  readonly kind: "problem";
  readonly problem: CarrierProblem;
  /** The string whose text is not a policy. */
  readonly string?: Value;
}

/** A place where a role is assigned. */
export interface DetectedGrant {
  readonly kind: "grant";
  readonly role: RoleKey;
  readonly site: GrantSite;
}

/** Tells one role of a file from another: the identity of its construct, or its address in a tf.json file. */
export type RoleKey = object | string;

/** What carriers know besides the file. */
export interface CarrierContext extends KnownNames {
  /** What the user's own code carries policies in. */
  readonly policySources: readonly PolicySource[];
}

/**
 * Recognises one way of carrying a policy. Never throws on odd code; a candidate that it does not know gives no
 * detection, and goes to the next carrier.
 */
export type Carrier = (candidate: Candidate, context: CarrierContext) => readonly Detection[];

/** Everything that carriers detect in some candidates: what one of them claims is not offered to the next. */
export function* detect(
  candidates: Iterable<Candidate>,
  carriers: readonly Carrier[],
  context: CarrierContext,
): Generator<Detection> {
  for (const candidate of candidates) {
    for (const carrier of carriers) {
      const detections = carrier(candidate, context);
      if (detections.length > 0) {
        yield* detections;
        break;
      }
    }
  }
}
