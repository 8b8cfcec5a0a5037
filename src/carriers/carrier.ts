import type { Candidate } from "../hosts/candidates.js";
import type { CarrierProblem } from "./carrier-problem.js";
import type { PolicyDocument } from "../policy/document.js";
import type { GrantSite } from "../policy/grant-site.js";
import type { ObjectValue } from "../policy/value.js";
import type { KnownNames } from "../policy/recognise.js";
import type { OwnCarrier } from "./own-carrier.js";

/** What a carrier finds in a candidate. */
export type Finding =
  /** A policy; `role` is what assignments name it by. */
  | { readonly kind: "document"; readonly document: PolicyDocument; readonly role?: RoleKey }
  /** A policy that is not the user's to write, whoever else finds it. */
  | { readonly kind: "foreign"; readonly policy: ObjectValue }
  /** Something wrong that only the carrier sees. */
  | { readonly kind: "problem"; readonly problem: CarrierProblem }
  /** A place where a role is assigned. */
  | { readonly kind: "grant"; readonly role: RoleKey; readonly site: GrantSite };

/** What tells one role of a file from another: the identity of its construct, or its address in a tf.json file. */
export type RoleKey = object | string;

/** What carriers know besides the file. */
export interface CarrierContext extends KnownNames {
  /** What the user's own code carries policies in. */
  readonly ownCarriers: readonly OwnCarrier[];
}

/** Recognises one way of carrying a policy. Never throws on odd code; what it does not know is no finding. */
export type Carrier = (candidate: Candidate, context: CarrierContext) => readonly Finding[];
